package org.throttleagent;

import org.throttleagent.control.Answer;
import org.throttleagent.pace.Waiter;
import org.throttleagent.rule.RequestFacts;
import org.throttleagent.rule.Rule;
import org.throttleagent.signal.RateSignal;
import org.throttleagent.signal.ResponseFacts;
import org.throttleagent.store.Buckets;
import org.throttleagent.store.KeyState;

/** One attempt on the wire: counted once when it goes, and once when it is answered or fails. Confined like its call. */
/*
 * It is counted at the key that it was sent under, so that for each key what was sent is what was answered, has failed or is
 * awaited. What the answer teaches may belong to a narrower key.
 */
final class Attempt {
    private enum Stage {
        AWAITED,
        /** Counted as failed; its answer may still come. */
        GIVEN_UP,
        ANSWERED
    }

    final Rule rule;
    final RequestFacts request;
    private final KeyState sentUnder;
    private final Waiter grant;
    private Stage stage = Stage.AWAITED;

    /** The key that the answer is about; what it was sent under until then. */
    private KeyState key;

    private int status;
    private RateSignal signal = RateSignal.NONE;
    private boolean asked;

    Attempt(Permit permit, RequestFacts request) {
        this.rule = permit.rule;
        this.request = request;
        this.sentUnder = permit.key;
        this.key = permit.key;
        this.grant = permit.waiter;
        sentUnder.stats().sent.increment();
    }

    KeyState key() {
        return key;
    }

    int status() {
        return status;
    }

    RateSignal signal() {
        return signal;
    }

    /** Whether it was answered and this was not asked before. */
    boolean askOnce() {
        boolean first = stage == Stage.ANSWERED && !asked;
        asked = true;
        return first;
    }

    /** It was answered. Interim responses and second answers are ignored. */
    void answered(Engine engine, Call call, ResponseFacts response, long now, long wallMillis, long jitter) {
        int answeredWith = response.status();
        boolean interim = answeredWith < 200 && answeredWith != 101;
        if (interim || stage == Stage.ANSWERED) {
            return;
        }
        if (stage == Stage.GIVEN_UP) {
            sentUnder.stats().failed.decrement(); // it was thought to have failed, and has been answered after all
        }
        stage = Stage.ANSWERED;
        status = answeredWith;
        signal = rule.headers() ? engine.reader().read(response, request.host(), wallMillis) : RateSignal.NONE;
        sentUnder.stats().answered.increment();
        if (signal.refused()) {
            sentUnder.stats().refused.increment();
        }
        long sequence = grant.sequence();
        if (signal.saysLimit()) {
            key = engine.stateOfLimit(sentUnder, rule, request, signal, now);
            if (key != sentUnder) {
                sentUnder.pacer().ended(grant, now);
                sequence = 0; // the other key has not counted it
            }
        }
        long closedFor = key.pacer().answered(new Answer(signal, sequence, grant.grantedAt(), now, jitter), grant);
        closeBuckets(now, jitter);
        if (closedFor > 0) {
            engine.listener().closed(key, call, status, signal, closedFor);
        }
    }

    /** What is said of all of a server's limits is said to each that it has named. */
    private void closeBuckets(long now, long jitter) {
        Buckets buckets = key.buckets();
        if (buckets != null && Engine.closesAll(signal)) {
            Answer toAll = new Answer(signal.withoutWindows(), 0, grant.grantedAt(), now, jitter);
            for (KeyState each : buckets.states()) {
                each.pacer().answered(toAll, grant);
            }
        }
    }

    /** It ended without the head of a response. Ignored if it has been answered or has failed. */
    void failed(boolean unreachable, long now, long jitter) {
        if (stage != Stage.AWAITED) {
            return;
        }
        stage = Stage.GIVEN_UP;
        sentUnder.stats().failed.increment();
        if (unreachable && rule.headers()) {
            sentUnder.pacer().unreachable(grant, now, jitter);
        }
        sentUnder.pacer().ended(grant, now);
    }
}
