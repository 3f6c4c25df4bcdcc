package org.throttleagent;

import java.util.Collection;
import org.throttleagent.rule.Keys;
import org.throttleagent.rule.LimitKey;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.RequestFacts;
import org.throttleagent.rule.Rule;
import org.throttleagent.rule.RuleSet;
import org.throttleagent.signal.RateSignal;
import org.throttleagent.signal.SignalReader;
import org.throttleagent.store.Buckets;
import org.throttleagent.store.KeyState;
import org.throttleagent.store.KeyTable;

/** The rules and the keys of one process. Safe for use by many threads. */
/*
 * The rule set is an immutable value behind one volatile field; it is swapped whole. A key takes the new version of its rule
 * then, or when it is next looked up, and keeps its debt.
 */
public final class Engine {
    /** The number of keys that are kept apart. */
    public static final int KEYS = 10_000;

    private final KeyTable table;
    private final Keys keys;
    private final SignalReader reader;
    private final EngineListener listener;
    private volatile RuleSet rules;

    /**
     * An engine.
     *
     * @param rules the rules to begin with
     * @param keys derives keys from requests
     * @param reader reads responses
     * @param listener told of decisions
     * @param capacity how many keys are kept apart; {@link #KEYS} but in tests
     */
    public Engine(RuleSet rules, Keys keys, SignalReader reader, EngineListener listener, int capacity) {
        this.rules = rules;
        this.keys = keys;
        this.reader = reader;
        this.listener = listener;
        this.table = new KeyTable(capacity);
    }

    /** Begins a call of the application through the client of that name. */
    public Call newCall(String client) {
        return new Call(this, client);
    }

    /** The rules in force. */
    public RuleSet rules() {
        return rules;
    }

    /**
     * Puts other rules in force. Keys keep their debt and go by the rule that has the name of theirs; whoever waits sees it at
     * once, and goes where that rule is no longer enforced.
     */
    public void replaceRules(RuleSet newRules, long now) {
        rules = newRules;
        for (KeyState state : table.all()) {
            Rule successor = newRules.named(state.rule().name());
            if (successor != null) {
                state.adopt(successor, now);
            }
            if (!enforces(state.rule())) {
                state.pacer().releaseAll();
            }
        }
    }

    /** Whether requests may be delayed that were admitted under this rule, which may be gone meanwhile. */
    boolean enforces(Rule rule) {
        RuleSet current = rules;
        Rule successor = current.named(rule.name());
        return successor != null && current.mode().and(successor.mode()) == Mode.ENFORCE;
    }

    /** The keys of this process, in no order. */
    public Collection<KeyState> keys() {
        return table.all();
    }

    EngineListener listener() {
        return listener;
    }

    SignalReader reader() {
        return reader;
    }

    /** The key of a request under a rule. */
    KeyState stateOf(Rule rule, RequestFacts request, long now) {
        KeyState byHost = lookUp(keys.keyOf(rule, request, false), rule, now);
        KeyState shared = byHost.apart() ? lookUp(keys.keyOf(rule, request, true), rule, now) : byHost;
        Buckets buckets = shared.buckets();
        String bucket = buckets == null ? null : buckets.of(request.path());
        return bucket == null ? shared : lookUp(shared.key().narrowed(bucket), rule, now);
    }

    /**
     * The key that a limit belongs to which the server has just shown. Without a rate of the user's own, a server's limit is
     * taken to be one credential's, and that of the bucket if it names one: from now on such requests are kept apart.
     */
    KeyState stateOfLimit(KeyState state, Rule rule, RequestFacts request, RateSignal signal, long now) {
        if (!rule.rates().isEmpty() || !rule.per().isDefault()) {
            return state;
        }
        KeyState byHost = lookUp(keys.keyOf(rule, request, false), rule, now);
        LimitKey narrow = keys.keyOf(rule, request, true);
        if (!narrow.equals(byHost.key())) {
            byHost.keepApart();
        }
        KeyState shared = lookUp(narrow, rule, now);
        if (closesAll(signal)) {
            return shared;
        }
        if (signal.bucket().isEmpty() || !shared.makeBuckets().learn(request.path(), signal.bucket())) {
            return shared;
        }
        KeyState ofBucket = lookUp(narrow.narrowed(signal.bucket()), rule, now);
        shared.makeBuckets().keep(signal.bucket(), ofBucket);
        return ofBucket;
    }

    /** Whether an answer closes all buckets: a refusal that is not for a limit of which nothing is left. */
    static boolean closesAll(RateSignal signal) {
        return signal.refused() && (signal.global() || signal.remaining() != 0);
    }

    private KeyState lookUp(LimitKey key, Rule rule, long now) {
        KeyState found = table.find(key, rule, now);
        if (found == null) {
            listener.overflowing(rule.name());
            found = table.overflow(Keys.overflowOf(rule), rule, now);
        }
        return found;
    }
}
