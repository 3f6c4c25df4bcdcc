package org.throttleagent.app.server;

import java.math.BigDecimal;

/** The generic cell rate algorithm, as a server that refuses uses it. Not safe for use by several threads. */
final class Gcra {
    /*
     * The theoretical arrival time (tat) is when the bucket will be full again. With an emission interval T and a burst
     * b, a request at time t conforms if tat <= t + (b - 1) * T, and then moves tat to max(tat, t) + T. That is a
     * bucket of b tokens that gains one each T, without anything to refill: b - (tat - t) / T tokens are in it.
     * Only the requests that are served cost a token.
     */
    private static final double NANOS_PER_SECOND = 1e9;

    private final long intervalNanos;
    private final int burst;

    /** Never decreases. Zero, which is long past, until the first request. */
    private long tatNanos;

    private Gcra(long intervalNanos, int burst) {
        this.intervalNanos = intervalNanos;
        this.burst = burst;
    }

    /**
     * A full bucket.
     *
     * @param perSecond tokens gained each second, 0.001 to 1,000,000
     * @param burst tokens the bucket holds, at least 1
     */
    static Gcra perSecond(double perSecond, int burst) {
        if (!(perSecond >= 0.001 && perSecond <= 1_000_000)) {
            throw new IllegalArgumentException("perSecond=" + perSecond + ", expected 0.001 to 1000000");
        }
        if (burst < 1) {
            throw new IllegalArgumentException("burst=" + burst + ", expected at least 1");
        }
        return new Gcra(Math.round(NANOS_PER_SECOND / perSecond), burst);
    }

    /** A rate for people: {@code 20/s}, {@code 5.2/s}. */
    static String rate(double perSecond) {
        return BigDecimal.valueOf(perSecond).stripTrailingZeros().toPlainString() + "/s";
    }

    /** Takes a token, if one is there. */
    boolean tryTake(long nowNanos) {
        if (waitNanos(nowNanos) > 0) {
            return false;
        }
        tatNanos = Math.max(tatNanos, nowNanos) + intervalNanos;
        return true;
    }

    /** How long it takes until the next token is there; 0 if it is there now. */
    long waitNanos(long nowNanos) {
        return Math.max(0, tatNanos - nowNanos - (burst - 1) * intervalNanos);
    }

    /** The whole tokens that are left, 0 to the burst. */
    int remaining(long nowNanos) {
        long owedNanos = Math.max(0, tatNanos - nowNanos);
        return (int) Math.max(0, (burst * intervalNanos - owedNanos) / intervalNanos);
    }
}
