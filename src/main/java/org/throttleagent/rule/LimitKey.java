package org.throttleagent.rule;

/** Who shares one limit. Immutable; holds no secret, credentials and header values being hashed. */
public final class LimitKey {
    private final String rule;
    private final String label;
    private final String identity;
    private final int hash;

    /**
     * A key.
     *
     * @param rule the rule's name
     * @param label short, for people; two keys may have the same
     * @param identity what tells the keys of one rule apart
     */
    LimitKey(String rule, String label, String identity) {
        this.rule = rule;
        this.label = label;
        this.identity = identity;
        this.hash = rule.hashCode() * 31 + identity.hashCode();
    }

    /** The key of those of its requests that fall under a limit which the server has given a name. */
    public LimitKey narrowed(String bucket) {
        StringBuilder shown = new StringBuilder(label).append('|');
        for (int i = 0; i < bucket.length(); i++) {
            char c = bucket.charAt(i);
            shown.append(c > ' ' && c < 127 ? c : '?');
        }
        // no host has a blank in its name
        return new LimitKey(rule, shown.toString(), identity + " " + bucket);
    }

    /** The name of the rule that the key belongs to. */
    public String rule() {
        return rule;
    }

    /** For the log: {@code api.github.com}, {@code api.github.com#3f2a}, {@code rule:search}. */
    public String label() {
        return label;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof LimitKey)) {
            return false;
        }
        LimitKey that = (LimitKey) other;
        return hash == that.hash && identity.equals(that.identity) && rule.equals(that.rule);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return label;
    }
}
