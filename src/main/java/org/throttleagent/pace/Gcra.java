package org.throttleagent.pace;

/**
 * The generic cell rate algorithm for one window: at most {@code burst} requests at once, then one each emission interval.
 * A key's past is one number, its theoretical arrival time (TAT).
 *
 * <p>Source: ITU-T I.371, annex A (virtual scheduling). The emission interval is stretched so that {@code permits} is never
 * exceeded within any window, the burst included: a burst of {@code b} leaves room for {@code n - b + 1} more emissions, the
 * last of which falls on the window's end.
 */
public final class Gcra {
    private static final long SHORT_INTERVAL_NANOS = 10_000_000L;

    private final long intervalNanos;
    private final long toleranceNanos;

    private Gcra(long intervalNanos, long toleranceNanos) {
        this.intervalNanos = intervalNanos;
        this.toleranceNanos = toleranceNanos;
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
        long interval = (periodNanos + emissions - 1) / emissions;
        return new Gcra(interval, (burst - 1) * interval);
    }

    /** The emission interval in nanoseconds. */
    public long intervalNanos() {
        return intervalNanos;
    }

    /** The instant from which the next request conforms. It may lie in the past. */
    public long conformsAt(long tat) {
        return tat - toleranceNanos;
    }

    /** The TAT after a request that is booked at {@code stamp}. */
    public long next(long tat, long stamp) {
        return later(tat, stamp) + intervalNanos;
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
