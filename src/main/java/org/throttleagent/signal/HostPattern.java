package org.throttleagent.signal;

/** A host's name, {@code *.} and a domain for the names one label below it, or {@code **.} and a domain for it and all below. Immutable. */
final class HostPattern {
    private final String domain;
    private final boolean below;
    private final boolean deep;

    private HostPattern(String domain, boolean below, boolean deep) {
        this.domain = domain;
        this.below = below;
        this.deep = deep;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it is none; the message says what would be right
     */
    static HostPattern parse(String text) {
        boolean deep = text.startsWith("**.");
        boolean below = deep || text.startsWith("*.");
        String domain = Ascii.lower(deep ? text.substring(3) : below ? text.substring(2) : text);
        boolean right = !domain.isEmpty() && !domain.startsWith(".") && !domain.endsWith(".");
        for (int i = 0; i < domain.length() && right; i++) {
            char c = domain.charAt(i);
            right = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_';
        }
        if (!right) {
            throw new IllegalArgumentException("'" + text
                    + "' is no host; expected a name without scheme, port and path, as in api.example.com, *.example.com"
                    + " or **.example.com");
        }
        return new HostPattern(domain, below, deep);
    }

    /** Whether a host has this name, in any case. Allocates nothing. */
    boolean matches(String host) {
        int more = host.length() - domain.length();
        if (more < 0 || !host.regionMatches(true, more, domain, 0, domain.length())) {
            return false;
        }
        if (!below) {
            return more == 0;
        }
        if (more == 0) {
            return deep;
        }
        return more >= 2 && host.charAt(more - 1) == '.' && (deep || host.lastIndexOf('.', more - 2) < 0);
    }
}
