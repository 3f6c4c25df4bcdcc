package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** Tells the many ways apart in which servers say when a window begins anew. */
final class When {
    /*
     * The same header name carries seconds at one vendor and an epoch at the next, so only magnitude and shape can tell.
     * The gap between 1e8 (three years) and 1e9 (the year 2001) is neither a sane delay nor a sane moment.
     */

    private static final long DELTA_SECONDS_END = 100_000_000L;
    private static final long EPOCH_SECONDS = 1_000_000_000L;
    private static final long EPOCH_MILLIS = 100 * EPOCH_SECONDS;
    private static final long EPOCH_MICROS = 1000 * EPOCH_MILLIS;
    private static final long EPOCH_NANOS = 1000 * EPOCH_MICROS;

    private When() {}

    /** Nanoseconds from now, {@link Grammar#PAST} or {@link Grammar#UNKNOWN}. */
    static long ofNumber(Decimal number, ServerClock clock) {
        long whole = number.whole();
        if (whole < DELTA_SECONDS_END) {
            return number.toNanos(TimeUnit.SECONDS);
        }
        if (whole < EPOCH_SECONDS || whole == Long.MAX_VALUE) {
            return Grammar.UNKNOWN;
        }
        return clock.nanosUntil(epochMillis(number));
    }

    /** Nanoseconds from now of a date in words or by ISO 8601, {@link Grammar#PAST} or {@link Grammar#UNKNOWN}. */
    static long ofText(String value, ServerClock clock) {
        long millis = IsoInstant.parse(value);
        if (millis < 0) {
            millis = httpDateMillis(value, clock);
        }
        if (millis < 0) {
            millis = TimeUnit.SECONDS.toMillis(ScriptDate.parse(value));
        }
        return millis < 0 ? Grammar.UNKNOWN : clock.nanosUntil(millis);
    }

    /** One of the three forms of RFC 9110 section 5.6.7, in milliseconds since the epoch; below 0 when it is none. */
    static long httpDateMillis(String value, ServerClock clock) {
        return TimeUnit.SECONDS.toMillis(HttpDate.parse(value, clock.nowMillis() / 1000));
    }

    static boolean isEpochSeconds(Decimal number) {
        return number.whole() >= EPOCH_SECONDS && number.whole() < EPOCH_MILLIS;
    }

    private static long epochMillis(Decimal number) {
        long whole = number.whole();
        if (isEpochSeconds(number)) {
            return number.toMillis();
        }
        if (whole < EPOCH_MICROS) {
            return whole;
        }
        return whole < EPOCH_NANOS ? whole / 1000 : whole / 1_000_000;
    }
}
