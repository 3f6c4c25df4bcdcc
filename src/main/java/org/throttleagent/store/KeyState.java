package org.throttleagent.store;

import org.jspecify.annotations.Nullable;
import org.throttleagent.pace.Pacer;
import org.throttleagent.rule.LimitKey;
import org.throttleagent.rule.Rule;

/** One key: its rule, its gate and its counters. Safe for use by many threads. */
public final class KeyState {
    private final LimitKey key;
    private final Pacer pacer;
    private final KeyStats stats = new KeyStats();
    /** The rule that {@link #pacer} goes by; replaced when the rule set is. */
    private volatile Rule rule;
    /** Whether requests to this host are kept apart by credential, because the host has shown a limit. Never taken back. */
    private volatile boolean apart;

    /** The limits that the server tells apart among the requests of this key; null until it names one. */
    private volatile @Nullable Buckets buckets;

    /** What the listener keeps about this key; its own affair. */
    private volatile @Nullable Object note;

    KeyState(LimitKey key, Rule rule, long now) {
        this.key = key;
        this.rule = rule;
        this.pacer = new Pacer(rule, now);
    }

    /** The key. */
    public LimitKey key() {
        return key;
    }

    /** The rule. */
    public Rule rule() {
        return rule;
    }

    /** The gate. */
    public Pacer pacer() {
        return pacer;
    }

    /** The counters. */
    public KeyStats stats() {
        return stats;
    }

    /** What {@link #keepNote} was given last. */
    public @Nullable Object note() {
        return note;
    }

    /** Keeps something for the listener as long as this key is known. */
    public void keepNote(Object newNote) {
        note = newNote;
    }

    /** Whether requests are kept apart by credential. */
    public boolean apart() {
        return apart;
    }

    /** From now on requests are kept apart by credential. */
    public void keepApart() {
        apart = true;
    }

    /** The limits that the server tells apart; null if it has named none. */
    public @Nullable Buckets buckets() {
        return buckets;
    }

    /** The limits that the server tells apart, of which it has named one. */
    public synchronized Buckets makeBuckets() {
        Buckets made = buckets;
        if (made == null) {
            made = new Buckets();
            buckets = made;
        }
        return made;
    }

    /** Goes by another version of its rule from now on; debt stays. */
    public void adopt(Rule newRule, long now) {
        if (newRule != rule) {
            rule = newRule;
            pacer.under(newRule, now);
        }
    }
}
