package org.throttleagent.signal;

/** The length of a window as a value tells it: {@code 60} seconds, {@code 1s}, {@code minute}, {@code per_hour}, {@code 15m}. */
final class Periods {
    private Periods() {}

    /** Nanoseconds; {@link Grammar#UNKNOWN} if the value tells none. */
    static long nanos(String value) {
        Decimal number = Decimal.parse(value);
        if (number != null) {
            return FieldReader.secondsToNanos(number);
        }
        long nanos = GoDuration.parseNanos(value);
        return nanos > 0 ? nanos : Dimension.lengthNanos(Ascii.lower(AsciiCursor.trimmed(value, Facts.MAX_NAME)));
    }
}
