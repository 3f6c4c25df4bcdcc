package org.throttleagent;

import org.jspecify.annotations.Nullable;
import org.throttleagent.control.Answer;
import org.throttleagent.pace.Pacer;
import org.throttleagent.pace.Waiter;
import org.throttleagent.retry.Resend;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.RequestFacts;
import org.throttleagent.rule.Rule;
import org.throttleagent.rule.RuleSet;
import org.throttleagent.signal.RateSignal;
import org.throttleagent.signal.ResponseFacts;
import org.throttleagent.store.KeyState;

/**
 * One call of the application: its attempts, redirects and authentication legs, each of which asks to be admitted, is sent,
 * and is answered or fails. They share one allowance of waiting time and one of attempts.
 */
/*
 * Confined to one thread at a time; the caller hands it over with a happens-before edge. Only cancel() may be called by any
 * thread at any time: it touches nothing but `permit`, which is volatile, and the pacer, which is safe.
 */
public final class Call {
    private final Engine engine;
    private final String client;

    private @Nullable KeyState key;
    private @Nullable Rule rule;
    /** The place in the queue, or the grant that is not used yet. */
    private volatile @Nullable Waiter permit;
    /** The grant that the attempt on the wire went with. */
    private @Nullable Waiter onWire;
    /** Whether an attempt is on the wire whose answer has not come. */
    private boolean awaiting;
    /** Whether the last attempt was counted as failed; its answer may still come. */
    private boolean givenUp;

    private long waitBegan;
    private long waitedNanos;
    private int attempts;
    private @Nullable RequestFacts lastRequest;
    private int lastStatus;
    private RateSignal lastSignal = RateSignal.NONE;
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
        Waiter held = permit;
        if (held != null && state == key && held.state() == Waiter.State.GRANTED) {
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
        Waiter held = permit;
        boolean closedSince = false;
        if (held != null && held.state() == Waiter.State.GRANTED) {
            closedSince = state == key && state.pacer().closed(now);
            if (state == key && !closedSince) {
                return Admission.GO;
            }
            giveBack();
        }
        boolean first = again || closedSince;
        again = false;
        key = state;
        rule = matched;
        permit = waiter;
        Pacer pacer = state.pacer();
        switch (mode(rules, matched)) {
            case OFF:
                pacer.charge(waiter, now);
                return Admission.GO;
            case OBSERVE:
                observe(state, matched, waiter, now);
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
                if (engine.rules().mode() == Mode.OFF) {
                    state.pacer().charge(waiter, now);
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
        Waiter waiter = permit;
        KeyState state = key;
        if (waiter == null || state == null) {
            return;
        }
        if (state.pacer().leave(waiter) == Waiter.State.GRANTED) {
            giveBack();
        }
    }

    /** An attempt goes out. Without a grant for its key it is booked as debt. */
    public void sent(RequestFacts request, Waiter debt, long now) {
        closeOpenAttempt(now);
        Waiter held = permit;
        KeyState state = key;
        if (held == null || held.state() != Waiter.State.GRANTED || state == null) {
            Rule matched = engine.rules().match(request);
            state = engine.stateOf(matched, request, now);
            rule = matched;
            key = state;
            state.pacer().charge(debt, now);
            held = debt;
        }
        permit = null;
        onWire = held;
        awaiting = true;
        givenUp = false;
        lastRequest = request;
        attempts++;
        state.stats().sent.increment();
        engine.listener().sent(state, this, held.grantedAt());
    }

    /** The attempt on the wire was answered. Interim responses and second answers are ignored. */
    public void answered(ResponseFacts response, long now, long wallMillis, long jitter) {
        KeyState state = key;
        Rule matched = rule;
        RequestFacts request = lastRequest;
        Waiter grant = onWire;
        int status = response.status();
        boolean interim = status < 200 && status != 101;
        if (state == null || matched == null || request == null || grant == null || interim || !awaiting && !givenUp) {
            return;
        }
        if (givenUp) {
            state.stats().failed.decrement(); // it was thought to have failed, and has been answered after all
        }
        awaiting = false;
        givenUp = false;
        RateSignal signal = matched.headers() ? engine.reader().read(response, wallMillis) : RateSignal.NONE;
        lastStatus = status;
        lastSignal = signal;
        if (signal.saysLimit()) {
            state = engine.stateOfLimit(state, matched, request, now);
            key = state;
        }
        state.stats().answered.increment();
        if (signal.refused()) {
            state.stats().refused.increment();
        }
        long closedFor = state.pacer().answered(new Answer(signal, grant.sequence(), grant.grantedAt(), now, jitter));
        if (closedFor > 0) {
            engine.listener().closed(state, this, status, signal, closedFor);
        }
    }

    /** Whether the answer was a refusal, and the request is to be sent again. True at most once for an attempt. */
    public boolean resend(long now) {
        RateSignal signal = lastSignal;
        KeyState state = key;
        Rule matched = rule;
        RequestFacts request = lastRequest;
        if (state == null || matched == null || request == null || awaiting || lastStatus == 0) {
            return false;
        }
        int status = lastStatus;
        lastStatus = 0;
        if (attempts >= matched.maxAttempts() || !Resend.allowed(matched.retry(), request, status, signal)) {
            return false;
        }
        long wait = state.pacer().waitNanos(now, true);
        Mode mode = mode(engine.rules(), matched);
        if (mode == Mode.OBSERVE) {
            engine.listener().observed(state, this, "would_resend", wait);
        }
        if (mode != Mode.ENFORCE || wait > allowance(matched, request)) {
            return false;
        }
        again = true;
        state.stats().resent.increment();
        engine.listener().resending(state, this, status, wait);
        return true;
    }

    /**
     * The attempt on the wire ended without the head of a response.
     *
     * @param unreachable whether no connection could be made, which holds off a key that is governed
     */
    public void failed(boolean unreachable, long now, long jitter) {
        KeyState state = key;
        Rule matched = rule;
        Waiter grant = onWire;
        if (!awaiting || state == null || matched == null || grant == null) {
            return;
        }
        awaiting = false;
        givenUp = true;
        state.stats().failed.increment();
        state.pacer().unanswered(grant, now, jitter, unreachable && matched.headers());
    }

    /** The call is over; what it still holds is given back. */
    public void finished(long now) {
        closeOpenAttempt(now);
        cancel();
    }

    /** The name of the key as the log shows it; empty before the first attempt. */
    public String keyLabel() {
        KeyState state = key;
        return state == null ? "" : state.key().label();
    }

    private void closeOpenAttempt(long now) {
        if (awaiting) {
            failed(false, now, 0);
        }
    }

    private void giveBack() {
        Waiter held = permit;
        KeyState state = key;
        permit = null;
        if (held != null && state != null) {
            state.pacer().takeBack(held);
        }
    }

    private Admission doNotWait(KeyState state, Rule matched, Waiter waiter, long wait, long now) {
        boolean reject = matched.failOnMaxWait();
        engine.listener().notWaited(state, this, wait, reject);
        if (!reject) {
            state.pacer().charge(waiter, now);
            return Admission.GO;
        }
        permit = null;
        state.stats().rejected.increment();
        rejection = "throttle: " + state.key().label() + " would have to wait "
                + Durations.text(wait) + ", longer than "
                + Durations.text(matched.maxWaitNanos()) + " (rule " + matched.name()
                + ", max-wait) or than the request's own timeout allows";
        return Admission.REJECT;
    }

    private void observe(KeyState state, Rule matched, Waiter waiter, long now) {
        Pacer pacer = state.pacer();
        long wait = pacer.waitNanos(now, true);
        if (wait > matched.maxWaitNanos()) {
            engine.listener().observed(state, this, matched.failOnMaxWait() ? "would_reject" : "would_pass", wait);
            pacer.charge(waiter, now);
            return;
        }
        if (wait > 0) {
            state.stats().waited(wait);
            engine.listener().observed(state, this, "would_wait", wait);
        }
        pacer.chargeWhenDue(waiter, now);
    }

    /** How long this call may still be delayed: never longer than the request's own timeout. */
    private long allowance(Rule matched, RequestFacts request) {
        long timeout = request.timeoutNanos();
        long most = timeout > 0 ? Math.min(timeout, matched.maxWaitNanos()) : matched.maxWaitNanos();
        return Math.max(0, most - waitedNanos);
    }

    private static Mode mode(RuleSet rules, Rule rule) {
        Mode all = rules.mode();
        return all == Mode.ENFORCE ? rule.mode() : all == Mode.OFF || rule.mode() == Mode.OFF ? Mode.OFF : all;
    }
}
