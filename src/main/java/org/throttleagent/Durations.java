package org.throttleagent;

/** Writes lengths of time for people: {@code 41s}, {@code 0.8s}, {@code 38m}, {@code 12ms}. */
public final class Durations {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Durations() {}

    /** A length of time in nanoseconds, with two significant digits or so. */
    public static String text(long nanos) {
        if (nanos < SECOND / 10) {
            return nanos < MILLI && nanos > 0 ? "<1ms" : nanos / MILLI + "ms";
        }
        if (nanos < 10 * SECOND) {
            long tenths = (nanos + SECOND / 20) / (SECOND / 10);
            return tenths % 10 == 0 ? tenths / 10 + "s" : tenths / 10 + "." + tenths % 10 + "s";
        }
        if (nanos < 2 * MINUTE) {
            return (nanos + SECOND / 2) / SECOND + "s";
        }
        if (nanos < 2 * HOUR) {
            return (nanos + MINUTE / 2) / MINUTE + "m";
        }
        return (nanos + HOUR / 2) / HOUR + "h";
    }
}
