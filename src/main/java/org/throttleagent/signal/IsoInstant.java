package org.throttleagent.signal;

/** A moment by ISO 8601 as RFC 3339 profiles it, and without seconds as Jira writes it. */
final class IsoInstant {
    private IsoInstant() {}

    /** Milliseconds since the epoch, 0 or more; below 0 when the value is no such moment, or one before the epoch. */
    static long parse(String value) {
        AsciiCursor in = AsciiCursor.over(value);
        int year = in.digits(4, 4);
        in.expect('-');
        int month = in.digits(2, 2);
        in.expect('-');
        int day = in.digits(2, 2);
        if (!in.skip(' ') && !in.skipWord("t")) {
            return -1;
        }
        int secondOfDay = CivilTime.secondOfDay(in);
        int millis = in.skip('.') ? in.billionths() / 1_000_000 : 0;
        in.skip(' '); // as Gusto does
        int offsetSeconds = offsetSeconds(in);
        if (!in.complete() || offsetSeconds == Integer.MIN_VALUE) {
            return -1;
        }
        long seconds = CivilTime.epochSeconds(year, month, day, secondOfDay);
        return seconds < 0 ? -1 : (seconds - offsetSeconds) * 1000 + millis;
    }

    /** {@code Z}, {@code +hh:mm}, {@code +hhmm} or {@code +hh}; {@link Integer#MIN_VALUE} when none of them: a local time is no moment. */
    private static int offsetSeconds(AsciiCursor in) {
        if (in.skipWord("z")) {
            return 0;
        }
        boolean east = in.skip('+');
        if (!east && !in.skip('-')) {
            return Integer.MIN_VALUE;
        }
        int hours = in.digits(2, 2);
        boolean colon = in.skip(':');
        int minutes = colon || !in.atEnd() ? in.digits(2, 2) : 0;
        if (hours > 18 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = 3600 * hours + 60 * minutes;
        return east ? seconds : -seconds;
    }
}
