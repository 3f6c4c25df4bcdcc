package org.throttleagent.pace;

/**
 * The generic cell rate algorithm for one window: at most {@code burst} requests at once, then one each emission interval.
 * A key's past is one number, its theoretical arrival time (TAT).
 *
 * <p>Source: ITU-T I.371, annex A (virtual scheduling). The emission interval is stretched so that {@code permits} is never
 * exceeded within any window, the burst included: a burst of {@code b} leaves room for {@code n - b + 1} more emissions, the
 * last of which falls on the window's end, or behind it by what may be caught up. A burst of 1 is not stretched.
 */
public final class Gcra {
    private static final long SHORT_INTERVAL_NANOS = 10_000_000L;

    private final long intervalNanos;
    private final long toleranceNanos;
    private final long catchUpNanos;
    /** How far the TAT may lie ahead: debt that is older than a period is no debt to any server. */
    private final long horizonNanos;

    private Gcra(long intervalNanos, long burst, long periodNanos) {
        this.intervalNanos = intervalNanos;
        this.toleranceNanos = (burst - 1) * intervalNanos;
        this.catchUpNanos = catchUpNanos(intervalNanos);
        this.horizonNanos = toleranceNanos + intervalNanos + periodNanos;
    }

    /**
     * A window.
     *
     * @param permits requests per period, at least 1
     * @param periodNanos the period in nanoseconds, at least 1
     * @param burst requests that may go at once after idleness, 1 to {@code permits}
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static Gcra of(long permits, long periodNanos, long burst) {
        if (permits < 1 || periodNanos < 1) {
            throw new IllegalArgumentException(
                    "a rate needs at least 1 request and 1 ns, not " + permits + " per " + periodNanos + " ns");
        }
        if (burst < 1 || burst > permits) {
            throw new IllegalArgumentException("burst must be 1 to " + permits + ", not " + burst);
        }
        long emissions = permits - burst + 1;
        // rounded up: never faster than the rate, by at most a nanosecond for each request slower
        long interval = divideUp(periodNanos, emissions);
        if (burst > 1) {
            interval = interval <= SHORT_INTERVAL_NANOS
                    ? divideUp(periodNanos + SHORT_INTERVAL_NANOS, emissions)
                    : divideUp(periodNanos * 100, emissions * 100 - 1); // emissions less the hundredth caught up
        }
        return new Gcra(interval, burst, periodNanos);
    }

    private static long divideUp(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** The emission interval in nanoseconds. */
    public long intervalNanos() {
        return intervalNanos;
    }

    /** The instant from which the next request may go; as early as the catch-up reaches back. */
    long dueAt(long tat, long now) {
        return later(tat - toleranceNanos, now - catchUpNanos);
    }

    /** The instant from which a request may go that has {@code ahead} others before it, at least one. */
    long dueAt(long tat, long now, long ahead) {
        return dueAt(later(tat, now) + ahead * intervalNanos, now);
    }

    /** The TAT after a request that goes at {@code now} and was due at {@code due}. */
    long book(long tat, long now, long due) {
        long stamp = later(due, now - catchUpNanos);
        long next = later(tat, stamp) + intervalNanos;
        long horizon = stamp + horizonNanos;
        return next - horizon > 0 ? horizon : next;
    }

    /** The later of two instants of a clock that may wrap around. */
    public static long later(long a, long b) {
        return a - b >= 0 ? a : b;
    }

    /**
     * How late a request may be booked as if it had gone on time: 10 ms where the interval is no longer than that, else 1 % of
     * the interval. It repairs late wake-ups, and bounds what may follow a stall: in any window W there are at most {@code
     * burst + (W + catch-up) / interval} requests.
     */
    public static long catchUpNanos(long intervalNanos) {
        return intervalNanos <= SHORT_INTERVAL_NANOS ? SHORT_INTERVAL_NANOS : intervalNanos / 100;
    }
}
