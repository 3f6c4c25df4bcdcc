package org.throttleagent.simulate;

import org.throttleagent.rule.Rate;

/** So many requests in each window; all windows are of one length and follow each other. */
final class FixedWindow extends Limit {
    private Rate rate;
    private long left;
    private long end;
    private double offered;

    FixedWindow(Scenario scenario) {
        rate = scenario.rate;
        left = scenario.startTokens();
        end = rate.periodNanos() - scenario.elapsedNanos % rate.periodNanos();
        offered = left;
    }

    private void turn(long now) {
        while (now >= end) {
            end += rate.periodNanos();
            left = rate.permits();
            offered += left;
        }
    }

    @Override
    boolean take(long now) {
        turn(now);
        return left > 0 && left-- > 0;
    }

    @Override
    double level(long now) {
        return now >= end ? rate.permits() : left;
    }

    @Override
    long limit() {
        return rate.permits();
    }

    @Override
    long untilNext(long now) {
        turn(now);
        return left > 0 ? 0 : end - now;
    }

    @Override
    long untilReset(long now) {
        turn(now);
        return end - now;
    }

    @Override
    void change(Rate newRate, long now) {
        turn(now);
        left = Math.max(0, left + newRate.permits() - rate.permits());
        rate = newRate;
    }

    @Override
    double possible(long now) {
        turn(now - 1);
        return offered;
    }
}
