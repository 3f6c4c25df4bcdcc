package org.throttleagent.signal;

/** A moment as JavaScript prints a date: {@code Tue Feb 16 2021 09:02:42 GMT+0100 (Central European Standard Time)}. */
final class ScriptDate {
    private ScriptDate() {}

    /** Seconds since the epoch, 0 or more; below 0 when the value is no such date, or one before the epoch. */
    static long parse(String value) {
        AsciiCursor in = AsciiCursor.over(value);
        in.letters();
        in.expect(' ');
        int month = in.month();
        in.expect(' ');
        int day = in.digits(1, 2);
        in.expect(' ');
        int year = in.digits(4, 4);
        in.expect(' ');
        int secondOfDay = CivilTime.secondOfDay(in);
        in.expect(' ');
        boolean gmt = in.skipWord("gmt");
        boolean east = in.skip('+');
        if (!east) {
            in.expect('-');
        }
        int hours = in.digits(2, 2);
        int minutes = in.digits(2, 2);
        in.skipBlanks();
        if (!gmt || !in.ok() || hours > 18 || minutes > 59 || !(in.atEnd() || in.peek() == '(')) {
            return -1;
        }
        long seconds = CivilTime.epochSeconds(year, month, day, secondOfDay);
        long offsetSeconds = 3600L * hours + 60L * minutes;
        return seconds < 0 ? -1 : Math.max(-1, seconds - (east ? offsetSeconds : -offsetSeconds));
    }
}
