package org.throttleagent.signal;

/** The three forms of an HTTP date (RFC 9110 section 5.6.7), and what servers commonly make of them. */
final class HttpDate {
    /*
     * Sun, 06 Nov 1994 08:49:37 GMT     IMF-fixdate
     * Sunday, 06-Nov-94 08:49:37 GMT    RFC 850
     * Sun Nov  6 08:49:37 1994          asctime
     *
     * The weekday says nothing that the date does not say, so a wrong one is no reason to lose the date. Tolerated as well:
     * any case, a day of one digit, a year of four digits in the second form and of two in the first, no seconds, UTC or
     * +0000 for GMT.
     */

    private static final long FIFTY_YEARS_SECONDS = 50 * 31_556_952L; // mean Gregorian years

    private HttpDate() {}

    /**
     * Seconds since the epoch, 0 or more; below 0 when the value is no date, or one before the epoch.
     *
     * @param nowSeconds now, in seconds since the epoch: a two-digit year lies at most 50 years ahead of it
     */
    static long parse(String value, long nowSeconds) {
        AsciiCursor in = AsciiCursor.over(value);
        in.letters();
        return in.skip(',') ? dayFirst(in, nowSeconds) : monthFirst(in);
    }

    private static long dayFirst(AsciiCursor in, long nowSeconds) {
        in.skipBlanks();
        int day = in.digits(1, 2);
        char separator = in.peek() == '-' ? '-' : ' ';
        in.expect(separator);
        int month = in.month();
        in.expect(separator);
        int yearAt = in.position();
        int year = in.digits(2, 4);
        int yearDigits = in.position() - yearAt;
        in.expect(' ');
        int secondOfDay = CivilTime.secondOfDay(in);
        in.expect(' ');
        boolean utc = in.skipWord("gmt") || in.skipWord("utc") || in.skipWord("+0000");
        if (!in.complete() || !utc || yearDigits == 3) {
            return -1;
        }
        if (yearDigits == 4) {
            return CivilTime.epochSeconds(year, month, day, secondOfDay);
        }
        long latestSeconds = nowSeconds + FIFTY_YEARS_SECONDS;
        int full = centuryOf(latestSeconds) + year;
        long seconds = CivilTime.epochSeconds(full, month, day, secondOfDay);
        return seconds <= latestSeconds ? seconds : CivilTime.epochSeconds(full - 100, month, day, secondOfDay);
    }

    private static long monthFirst(AsciiCursor in) {
        in.expect(' ');
        int month = in.month();
        in.expect(' ');
        in.skip(' ');
        int day = in.digits(1, 2);
        in.expect(' ');
        int secondOfDay = CivilTime.secondOfDay(in);
        in.expect(' ');
        int year = in.digits(4, 4);
        return in.complete() ? CivilTime.epochSeconds(year, month, day, secondOfDay) : -1;
    }

    private static int centuryOf(long epochSeconds) {
        int year = (int) (1970 + epochSeconds / 31_556_952L);
        return year - year % 100;
    }
}
