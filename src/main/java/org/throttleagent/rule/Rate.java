package org.throttleagent.rule;

/**
 * So many requests in a period: {@code 10/s}, {@code 100/15m}, {@code 5000/h}, {@code 0.5/s}. Immutable.
 *
 * <p>A decimal is kept exact by stretching the period: {@code 0.5/s} is 1 in 2 s, {@code 2.5/s} is 5 in 2 s.
 */
public final class Rate {
    private static final String EXPECTED =
            "expected a number of requests and a period, as in 10/s, 100/15m, 5000/h or 0.5/s";

    private static final long MAX_PERMITS = 1_000_000_000L;
    private static final int MAX_DECIMALS = 6;
    private static final long MAX_PERIOD_NANOS = 366 * TimeSpans.unitNanos("d");

    private final long permits;
    private final long periodNanos;

    private Rate(long permits, long periodNanos) {
        this.permits = permits;
        this.periodNanos = periodNanos;
    }

    /**
     * A rate of {@code permits} in {@code periodNanos}.
     *
     * @throws IllegalArgumentException unless there are 1 to 10^9 permits, no more than one each nanosecond, in at most 366 days
     */
    public static Rate of(long permits, long periodNanos) {
        if (permits < 1 || permits > MAX_PERMITS) {
            throw new IllegalArgumentException(
                    "expected more than 0 and at most " + MAX_PERMITS + " requests; " + EXPECTED);
        }
        if (periodNanos < permits || periodNanos > MAX_PERIOD_NANOS) {
            throw new IllegalArgumentException("expected a period of 1ms to 366d in all; " + EXPECTED);
        }
        return new Rate(permits, periodNanos);
    }

    /**
     * Reads a rate.
     *
     * @throws IllegalArgumentException if it is none; the message says what would be right
     */
    public static Rate parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(EXPECTED);
        }
        String number = text.substring(0, slash).trim();
        String period = text.substring(slash + 1).trim();
        int dot = number.indexOf('.');
        String digits = dot < 0 ? number : number.substring(0, dot) + number.substring(dot + 1);
        int decimals = dot < 0 ? 0 : number.length() - dot - 1;
        if (!isDigits(digits)
                || dot == 0
                || (dot > 0 && decimals == 0)
                || decimals > MAX_DECIMALS
                || digits.length() > 15) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return exact(Long.parseLong(digits), decimals, periodNanos(period));
    }

    /** {@code scaled / 10^decimals} in a period, without a remainder. */
    private static Rate exact(long scaled, int decimals, long periodNanos) {
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long divisor = gcd(scaled, scale);
        try {
            return of(scaled / divisor, Math.multiplyExact(periodNanos, scale / divisor));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("less than one request in 366 days; " + EXPECTED, e);
        }
    }

    private static long periodNanos(String period) {
        long unitNanos = TimeSpans.unitNanos(period);
        if (unitNanos > 0) {
            return unitNanos;
        }
        try {
            return TimeSpans.parseNanos(period);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(EXPECTED, e);
        }
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!TimeSpans.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** How many requests a period holds, 1 to 10^9. */
    public long permits() {
        return permits;
    }

    /** The period's length in nanoseconds, up to 366 days. */
    public long periodNanos() {
        return periodNanos;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rate && ((Rate) other).permits == permits && ((Rate) other).periodNanos == periodNanos;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(permits * 31 + periodNanos);
    }

    @Override
    public String toString() {
        for (String unit : new String[] {"s", "m", "h", "d"}) {
            if (periodNanos == TimeSpans.unitNanos(unit)) {
                return permits + "/" + unit;
            }
        }
        return permits + "/" + TimeSpans.format(periodNanos);
    }
}
