package org.throttleagent.runtime.log;

/** Writes instants as {@code 2026-11-22T10:15:30.123Z} without loading the JDK's formatters for the first line of a JVM. */
final class Timestamps {
    private static final long DAY_MILLIS = 86_400_000L;

    private Timestamps() {}

    /** Appends an instant given in milliseconds since 1970, in UTC (RFC 3339). */
    static void append(StringBuilder text, long epochMillis) {
        long days = Math.floorDiv(epochMillis, DAY_MILLIS);
        long ofDay = Math.floorMod(epochMillis, DAY_MILLIS);
        // the civil date of a day number, counted in eras of 400 years that begin on 1 March
        long shifted = days + 719_468;
        long era = Math.floorDiv(shifted, 146_097);
        long ofEra = Math.floorMod(shifted, 146_097);
        long yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * ofYear + 2) / 153;
        long day = ofYear - (153 * monthFromMarch + 2) / 5 + 1;
        long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        padded(text, year, 4).append('-');
        padded(text, month, 2).append('-');
        padded(text, day, 2).append('T');
        padded(text, ofDay / 3_600_000, 2).append(':');
        padded(text, ofDay / 60_000 % 60, 2).append(':');
        padded(text, ofDay / 1000 % 60, 2).append('.');
        padded(text, ofDay % 1000, 3).append('Z');
    }

    private static StringBuilder padded(StringBuilder text, long value, int width) {
        String digits = Long.toString(value);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        return text.append(digits);
    }
}
