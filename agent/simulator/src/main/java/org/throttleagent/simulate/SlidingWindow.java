package org.throttleagent.simulate;

import java.util.ArrayDeque;
import org.throttleagent.rule.Rate;

/** So many requests in whatever stretch of time of one length: a log of the requests that were taken. */
final class SlidingWindow extends Limit {
    private final ArrayDeque<Long> taken = new ArrayDeque<>();
    private final double start;
    private Rate rate;
    private double offered;
    private long offeredAt;

    SlidingWindow(Scenario scenario) {
        rate = scenario.rate;
        start = scenario.startTokens();
        for (long i = scenario.startTokens(); i < rate.permits(); i++) {
            taken.add(-1L); // used just before the run began
        }
    }

    private void forget(long now) {
        while (!taken.isEmpty() && now - taken.getFirst() >= rate.periodNanos()) {
            taken.removeFirst();
        }
    }

    @Override
    boolean take(long now) {
        forget(now);
        boolean room = taken.size() < rate.permits();
        if (room) {
            taken.addLast(now);
        }
        return room;
    }

    @Override
    double level(long now) {
        forget(now);
        return Math.max(0, rate.permits() - taken.size());
    }

    @Override
    long limit() {
        return rate.permits();
    }

    @Override
    long untilNext(long now) {
        return level(now) > 0 ? 0 : taken.getFirst() + rate.periodNanos() - now;
    }

    /** Until the oldest request is forgotten, which is what such servers say. */
    @Override
    long untilReset(long now) {
        forget(now);
        return taken.isEmpty() ? rate.periodNanos() : taken.getFirst() + rate.periodNanos() - now;
    }

    @Override
    void change(Rate newRate, long now) {
        offered += (now - offeredAt) * perNano(rate);
        offeredAt = now;
        rate = newRate;
    }

    @Override
    double possible(long now) {
        return start + offered + (now - offeredAt) * perNano(rate);
    }
}
