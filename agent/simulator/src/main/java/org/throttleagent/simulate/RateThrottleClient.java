package org.throttleagent.simulate;

import java.util.SplittableRandom;
import org.throttleagent.rule.Rate;

/**
 * The four strategies of Heroku's Ruby gem rate_throttle_client 0.1.2, from the formulas in its README and clients/. A thread
 * sleeps before each call, by what it learned: longer by one least sleep, and then by 1.2, at each refusal; shorter after
 * success, by a strategy's own measure. All sleeps are up to a tenth longer at random. It is told the limit.
 */
/* The sleep is a field of a process there, but a thread reads back what it wrote last, so in effect each has its own. */
final class RateThrottleClient implements PeerProcess.Formula {
    private static final double MULTIPLIER = 1.2;

    private final Policy strategy;
    private final double leastSleepNanos;
    private final double limit;
    private final SplittableRandom random;

    RateThrottleClient(Policy strategy, Rate limit, SplittableRandom random) {
        this.strategy = strategy;
        this.leastSleepNanos = (double) limit.periodNanos() / limit.permits();
        this.limit = limit.permits();
        this.random = random;
    }

    @Override
    public long beforeCall(Caller caller, long now) {
        if (strategy == Policy.BACKOFF) {
            caller.pauseNanos = 0;
            return 0;
        }
        return sleep(caller.pauseNanos);
    }

    @Override
    public long afterRefusal(Caller caller, long now) {
        if (strategy == Policy.BACKOFF) {
            caller.pauseNanos = caller.refusals <= 1 ? leastSleepNanos : caller.pauseNanos * MULTIPLIER;
            return sleep(caller.pauseNanos);
        }
        double sleepNanos = caller.pauseNanos + leastSleepNanos;
        caller.pauseNanos = sleepNanos * MULTIPLIER;
        return sleep(sleepNanos);
    }

    @Override
    public void accepted(Caller caller, Reply reply, long now) {
        double less;
        switch (strategy) {
            case GRADUAL:
                less = leastSleepNanos;
                break;
            case PROPORTIONAL:
                less = caller.pauseNanos / limit;
                break;
            case PROPORTIONAL_REMAINING:
                // a header that is not there reads as 0
                less = caller.pauseNanos * Math.max(0, reply.remaining) / limit;
                break;
            default:
                return;
        }
        caller.pauseNanos = Math.max(0, caller.pauseNanos - less);
    }

    private long sleep(double nanos) {
        return (long) (nanos * (1 + random.nextDouble() / 10));
    }
}
