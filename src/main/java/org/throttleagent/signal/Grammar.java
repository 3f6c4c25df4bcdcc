package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** How the value of a header field is written. Where two fields compete, the grammar that comes first is more precise. */
enum Grammar {
    /** A number without a unit, a fraction cut; read as itself. */
    COUNT {
        @Override
        long read(String value, ServerClock clock) {
            Decimal number = Decimal.parse(value);
            return number == null ? UNKNOWN : number.whole();
        }
    },

    /** A delay in milliseconds; read as nanoseconds. */
    MILLIS {
        @Override
        long read(String value, ServerClock clock) {
            Decimal number = Decimal.parse(value);
            return number == null ? UNKNOWN : number.toNanos(TimeUnit.MILLISECONDS);
        }
    },

    /**
     * A delay in seconds or a moment (RFC 9110 section 10.2.3); read as nanoseconds from now. A number is a moment when, as
     * seconds since the epoch, it is within ten years of now: nobody means fifty years.
     */
    DELAY {
        @Override
        long read(String value, ServerClock clock) {
            Decimal number = Decimal.parse(value);
            if (number == null) {
                return When.ofText(value, clock);
            }
            boolean isMoment = When.isEpochSeconds(number) && clock.isNear(number.toMillis());
            return isMoment ? clock.nanosUntil(number.toMillis()) : number.toNanos(TimeUnit.SECONDS);
        }
    },

    /** A delay in seconds or a moment, told apart by magnitude and shape; read as nanoseconds from now. */
    WHEN {
        @Override
        long read(String value, ServerClock clock) {
            Decimal number = Decimal.parse(value);
            return number == null ? When.ofText(value, clock) : When.ofNumber(number, clock);
        }
    },

    /** One of the three forms of RFC 9110 section 5.6.7; read as milliseconds since the epoch. */
    HTTP_DATE {
        @Override
        long read(String value, ServerClock clock) {
            long seconds = HttpDate.parse(value, clock.nowMillis() / 1000);
            return seconds < 0 ? UNKNOWN : TimeUnit.SECONDS.toMillis(seconds);
        }
    };

    /** The value cannot be read: as good as absent. */
    static final long UNKNOWN = -1;

    /** The value is a moment that is over: it was said, but asks for no wait. */
    static final long PAST = -2;

    /** The value in the unit that the grammar names, 0 or more; {@link #UNKNOWN} or {@link #PAST} otherwise. Never throws. */
    abstract long read(String value, ServerClock clock);
}
