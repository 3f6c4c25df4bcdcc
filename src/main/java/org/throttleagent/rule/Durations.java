package org.throttleagent.rule;

import java.util.concurrent.TimeUnit;

/** Lengths of time as settings write them: a whole number and its unit, one of {@code ms s m h d}. */
public final class Durations {
    private static final String EXPECTED = "a whole number and a unit: 500ms, 30s, 5m, 1h or 2d";

    private Durations() {}

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

    /** Writes a length of time in the largest unit that leaves a whole number; what is below a millisecond, as decimals of it. */
    public static String format(long nanos) {
        String[] units = {"d", "h", "m", "s", "ms"};
        for (String unit : units) {
            long unitNanos = unitNanos(unit);
            if (nanos >= unitNanos && nanos % unitNanos == 0) {
                return nanos / unitNanos + unit;
            }
        }
        if (nanos == 0) {
            return "0s";
        }
        boolean long_ = nanos >= 10_000_000_000L;
        long shown = long_ ? nanos / 1_000_000 : nanos / 1_000;
        String decimals = String.valueOf(1_000 + Math.floorMod(shown, 1_000L)).substring(1);
        return shown / 1_000 + "." + decimals + (long_ ? "s" : "ms");
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
