package org.throttleagent;

import org.throttleagent.pace.Pacer;
import org.throttleagent.pace.Waiter;

/** What would have become of a request whose rule only observes: it goes at once, and the log says what it was spared. */
/*
 * It is booked as if it had waited, so the next one sees what this one would have left. As nobody really waits, callers that
 * would have been slowed ask sooner than they could have: what is said of waits is an upper bound.
 */
final class Observation {
    private Observation() {}

    static void of(EngineListener listener, Call call, Permit asked, long now) {
        Pacer pacer = asked.key.pacer();
        Waiter waiter = asked.waiter;
        long wait = pacer.waitNanos(now, true);
        if (wait > asked.rule.maxWaitNanos()) {
            boolean reject = asked.rule.failOnMaxWait();
            listener.observed(asked.key, call, reject ? "would_reject" : "would_pass", wait);
            if (reject) {
                pacer.pass(waiter, now); // it would not have gone, so the next one would not have waited for it
            } else {
                pacer.charge(waiter, now);
            }
            return;
        }
        if (wait > 0) {
            asked.key.stats().waited(wait);
            listener.observed(asked.key, call, "would_wait", wait);
        }
        pacer.chargeWhenDue(waiter, now);
    }
}
