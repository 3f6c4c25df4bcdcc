package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A length of time as Go prints it: {@code 6m0s}, {@code 2m59.56s}, {@code 20ms}, days too; or .NET: {@code 00:00:05}. */
final class GoDuration {
    private GoDuration() {}

    /** Nanoseconds, {@link Long#MAX_VALUE} when there are more; {@link Grammar#UNKNOWN} if the value is none. */
    static long parseNanos(String value) {
        AsciiCursor in = AsciiCursor.over(value);
        int secondOfDay = CivilTime.secondOfDay(in);
        if (secondOfDay >= 0 && in.complete()) {
            return TimeUnit.SECONDS.toNanos(secondOfDay);
        }
        in = AsciiCursor.over(value);
        long nanos = 0;
        do {
            Decimal number = Decimal.at(in);
            TimeUnit unit = unit(in);
            if (number == null || unit == null) {
                return Grammar.UNKNOWN;
            }
            long more = number.toNanos(unit);
            nanos = nanos > Long.MAX_VALUE - more ? Long.MAX_VALUE : nanos + more;
        } while (!in.atEnd());
        return nanos;
    }

    private static @Nullable TimeUnit unit(AsciiCursor in) {
        if (in.skipWord("ms")) {
            return TimeUnit.MILLISECONDS;
        }
        if (in.skipWord("us") || in.skipWord("\u00b5s") || in.skipWord("\u03bcs")) {
            return TimeUnit.MICROSECONDS;
        }
        if (in.skipWord("ns")) {
            return TimeUnit.NANOSECONDS;
        }
        if (in.skipWord("h")) {
            return TimeUnit.HOURS;
        }
        if (in.skipWord("m")) {
            return TimeUnit.MINUTES;
        }
        if (in.skipWord("s")) {
            return TimeUnit.SECONDS;
        }
        return in.skipWord("d") ? TimeUnit.DAYS : null;
    }
}
