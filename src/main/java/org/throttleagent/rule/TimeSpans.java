package org.throttleagent.rule;

import java.util.concurrent.TimeUnit;

/** Lengths of time as settings write them: a whole number and its unit, one of {@code ms s m h d}. */
public final class TimeSpans {
    private static final String EXPECTED = "a whole number and a unit: 500ms, 30s, 5m, 1h or 2d";

    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};

    private TimeSpans() {}

    /**
     * Reads a length of time.
     *
     * @return nanoseconds, 0 or more
     * @throws IllegalArgumentException if it is no such length or longer than 292 years; the message says what would be right
     */
    public static long parseNanos(String text) {
        int digits = 0;
        while (digits < text.length() && isDigit(text.charAt(digits))) {
            digits++;
        }
        long unitNanos = unitNanos(text.substring(digits));
        if (digits == 0 || unitNanos == 0) {
            throw new IllegalArgumentException("expected " + EXPECTED);
        }
        try {
            return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), unitNanos);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("too long; expected " + EXPECTED, e);
        }
    }

    /** Nanoseconds in a unit, or 0 if there is no such unit. */
    static long unitNanos(String unit) {
        switch (unit) {
            case "ms":
                return 1_000_000L;
            case "s":
                return 1_000_000_000L;
            case "m":
                return TimeUnit.MINUTES.toNanos(1);
            case "h":
                return TimeUnit.HOURS.toNanos(1);
            case "d":
                return TimeUnit.DAYS.toNanos(1);
            default:
                return 0;
        }
    }

    /** Writes a length of time exactly, in the largest unit that leaves a whole number; below a millisecond, rounded. */
    public static String format(long nanos) {
        for (String unit : UNITS) {
            long unitNanos = unitNanos(unit);
            if (nanos >= unitNanos && nanos % unitNanos == 0) {
                return nanos / unitNanos + unit;
            }
        }
        if (nanos == 0) {
            return "0s";
        }
        boolean seconds = nanos >= unitNanos("s");
        long thousandths = nanos / (seconds ? 1_000_000L : 1_000L);
        String decimals = Long.toString(1_000 + thousandths % 1_000).substring(1);
        return thousandths / 1_000 + "." + decimals + (seconds ? "s" : "ms");
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
