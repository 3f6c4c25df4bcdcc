package org.throttleagent;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.throttleagent.pace.Pacer;
import org.throttleagent.pace.Waiter;
import org.throttleagent.retry.Resend;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.RequestFacts;
import org.throttleagent.rule.Rule;
import org.throttleagent.rule.RuleSet;
import org.throttleagent.signal.ResponseFacts;
import org.throttleagent.store.KeyState;

/**
 * One call of the application: its attempts, redirects and authentication legs, each of which asks to be admitted, is sent,
 * and is answered or fails. They share one allowance of waiting time and one of attempts.
 */
/*
 * Confined to one thread at a time; the caller hands it over with a happens-before edge. Only cancel() may be called by any
 * thread at any time: it touches nothing but `permit`, which one of those who race for it gets, and the pacer, which is safe.
 */
public final class Call {
    private final Engine engine;
    private final String client;

    /** The place in the queue, or the grant that is not used yet; null if there is none. */
    private final AtomicReference<@Nullable Permit> permit = new AtomicReference<>();
    /** The last attempt that was sent. */
    private @Nullable Attempt attempt;
    /** The key that was last asked, sent under or answered for. */
    private @Nullable KeyState key;
    /** The rule that was last asked. */
    private @Nullable Rule rule;

    private long waitBegan;
    private long waitedNanos;
    private int attempts;
    /** Whether the last attempt was refused and the next one is the same request again. */
    private boolean again;

    private String rejection = "";

    Call(Engine engine, String client) {
        this.engine = engine;
        this.client = client;
    }

    /** The client's name. */
    public String client() {
        return client;
    }

    /** Why the request was {@linkplain Admission#REJECT rejected}. */
    public String rejection() {
        return rejection;
    }

    /** Whether an attempt could not go at once. Changes nothing. */
    public boolean mustWait(RequestFacts request, long now) {
        RuleSet rules = engine.rules();
        Rule matched = rules.match(request);
        if (mode(rules, matched) != Mode.ENFORCE) {
            return false;
        }
        KeyState state = engine.stateOf(matched, request, now);
        Pacer pacer = state.pacer();
        Permit held = permit.get();
        if (held != null && held.key == state && held.granted()) {
            return pacer.closed(now);
        }
        return !pacer.unlimited() && (pacer.waiting() > 0 || pacer.waitNanos(now, false) > 0);
    }

    /**
     * Asks for the next attempt. An unused grant for the same key is good for it, unless the key has been closed since: then
     * it goes back, and the attempt waits before all others. A grant for another key goes back too.
     *
     * @param waiter takes the grant, or the place in the queue; a fresh one for each attempt
     */
    public Admission admit(RequestFacts request, Waiter waiter, long now) {
        RuleSet rules = engine.rules();
        Rule matched = rules.match(request);
        KeyState state = engine.stateOf(matched, request, now);
        Permit held = permit.get();
        boolean closedSince = false;
        if (held != null && held.key == state && held.granted()) {
            closedSince = state.pacer().closed(now);
            if (!closedSince) {
                return Admission.GO;
            }
        }
        cancel();
        boolean first = again || closedSince;
        again = false;
        key = state;
        rule = matched;
        Permit asked = new Permit(state, matched, waiter);
        permit.set(asked);
        Admission admission = admit(asked, request, first, now);
        if (admission != Admission.REJECT && permit.get() != asked) {
            asked.giveUp(); // cancelled meanwhile, when there was nothing to give up yet
        }
        return admission;
    }

    private Admission admit(Permit asked, RequestFacts request, boolean first, long now) {
        KeyState state = asked.key;
        Rule matched = asked.rule;
        Waiter waiter = asked.waiter;
        Pacer pacer = state.pacer();
        switch (mode(engine.rules(), matched)) {
            case OFF:
                pacer.pass(waiter, now);
                return Admission.GO;
            case OBSERVE:
                Observation.of(engine.listener(), this, asked, now);
                return Admission.GO;
            default:
                return pacer.tryGo(waiter, now) ? Admission.GO : await(state, matched, request, waiter, first, now);
        }
    }

    private Admission await(
            KeyState state, Rule matched, RequestFacts request, Waiter waiter, boolean first, long now) {
        Pacer pacer = state.pacer();
        long allowance = allowance(matched, request);
        long wait = pacer.waitNanos(now, first);
        if (wait > allowance) {
            return doNotWait(state, matched, waiter, wait, now);
        }
        waitBegan = now;
        pacer.enqueue(waiter, now + allowance, first);
        engine.listener().waiting(state, this, wait);
        return Admission.WAIT;
    }

    /**
     * What has become of a wait, once its waiter's state is decided.
     *
     * @return {@link Admission#GO}, {@link Admission#REJECT}, or {@link Admission#WAIT} if it is not decided yet
     */
    public Admission resolved(Waiter waiter, long now) {
        KeyState state = key;
        Rule matched = rule;
        if (state == null || matched == null) {
            return Admission.GO;
        }
        long waited = now - waitBegan;
        switch (waiter.state()) {
            case GRANTED:
                waitedNanos += waited;
                state.stats().waited(waited);
                engine.listener().waited(state, this, waited);
                return Admission.GO;
            case ENDED:
                waitedNanos += waited;
                state.stats().waited(waited);
                if (!engine.enforces(matched)) {
                    state.pacer().pass(waiter, now);
                    return Admission.GO;
                }
                return doNotWait(state, matched, waiter, state.pacer().waitNanos(now, true), now);
            default:
                return Admission.WAIT;
        }
    }

    /** How long a waiter of this call is to wait before it looks again; 0 if its state is decided. */
    public long look(Waiter waiter, long now) {
        KeyState state = key;
        return state == null ? 0 : state.pacer().look(waiter, now);
    }

    /** Ends a wait, or gives an unused grant back. Any thread. */
    public void cancel() {
        Permit held = permit.getAndSet(null);
        if (held != null) {
            held.giveUp();
        }
    }

    /** An attempt goes out. Without a grant for its key it is booked as debt. */
    public void sent(RequestFacts request, Waiter debt, long now) {
        failed(false, now, 0);
        Permit held = permit.getAndSet(null);
        if (held == null || !held.granted()) {
            if (held != null) {
                held.giveUp();
            }
            Rule matched = engine.rules().match(request);
            held = new Permit(engine.stateOf(matched, request, now), matched, debt);
            held.key.pacer().charge(debt, now);
        }
        key = held.key;
        rule = held.rule;
        attempt = new Attempt(held, request);
        attempts++;
        engine.listener().sent(held.key, this, held.waiter.grantedAt());
    }

    /** The attempt on the wire was answered. Interim responses and second answers are ignored. */
    public void answered(ResponseFacts response, long now, long wallMillis, long jitter) {
        Attempt last = attempt;
        if (last != null) {
            last.answered(engine, this, response, now, wallMillis, jitter);
            key = last.key();
        }
    }

    /** Whether the answer was a refusal, and the request is to be sent again. True at most once for an attempt. */
    public boolean resend(long now) {
        Attempt last = attempt;
        if (last == null || !last.askOnce()) {
            return false;
        }
        Rule matched = last.rule;
        if (attempts >= matched.maxAttempts()
                || !Resend.allowed(matched.retry(), last.request, last.status(), last.signal())) {
            return false;
        }
        KeyState state = last.key();
        long wait = state.pacer().waitNanos(now, true);
        Mode mode = mode(engine.rules(), matched);
        if (mode == Mode.OBSERVE) {
            engine.listener().observed(state, this, "would_resend", wait);
        }
        if (mode != Mode.ENFORCE || wait > allowance(matched, last.request)) {
            return false;
        }
        again = true;
        state.stats().resent.increment();
        engine.listener().resending(state, this, last.status(), wait);
        return true;
    }

    /**
     * The attempt on the wire ended without the head of a response.
     *
     * @param unreachable whether no connection could be made, which holds off a key that is governed
     */
    public void failed(boolean unreachable, long now, long jitter) {
        Attempt last = attempt;
        if (last != null) {
            last.failed(unreachable, now, jitter);
        }
    }

    /** The call is over; what it still holds is given back. */
    public void finished(long now) {
        failed(false, now, 0);
        cancel();
    }

    /** The name of the key as the log shows it; empty before the first attempt. */
    public String keyLabel() {
        KeyState state = key;
        return state == null ? "" : state.key().label();
    }

    private Admission doNotWait(KeyState state, Rule matched, Waiter waiter, long wait, long now) {
        boolean reject = matched.failOnMaxWait();
        engine.listener().notWaited(state, this, wait, reject);
        if (!reject) {
            state.pacer().charge(waiter, now);
            return Admission.GO;
        }
        permit.set(null);
        state.stats().rejected.increment();
        String waited = waitedNanos > 0 ? " after " + Durations.text(waitedNanos) + " already waited" : "";
        rejection = "throttle: a request to " + state.key().label() + " would have to wait " + Durations.text(wait)
                + waited + ", which does not fit into max-wait=" + Durations.text(matched.maxWaitNanos()) + " of rule "
                + matched.name() + " or into the request's own timeout";
        return Admission.REJECT;
    }

    /** How long this call may still be delayed: never longer than the request's own timeout. */
    private long allowance(Rule matched, RequestFacts request) {
        long timeout = request.timeoutNanos();
        long most = timeout > 0 ? Math.min(timeout, matched.maxWaitNanos()) : matched.maxWaitNanos();
        return Math.max(0, most - waitedNanos);
    }

    private static Mode mode(RuleSet rules, Rule rule) {
        return rules.mode().and(rule.mode());
    }
}
