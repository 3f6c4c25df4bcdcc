package org.throttleagent.signal;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.concurrent.TimeUnit;

/** From a calendar date and a time of day to seconds since the epoch. */
final class CivilTime {
    private CivilTime() {}

    /**
     * Steps over {@code hh:mm:ss} or {@code hh:mm} and returns the seconds since midnight; -1 when there is no such time.
     * Second 60, a leap second, is the one after 59.
     */
    static int secondOfDay(AsciiCursor in) {
        int hour = in.digits(2, 2);
        in.expect(':');
        int minute = in.digits(2, 2);
        int second = in.skip(':') ? in.digits(2, 2) : 0;
        boolean isTime = in.ok() && hour <= 23 && minute <= 59 && second <= 60;
        return isTime ? 3600 * hour + 60 * minute + second : -1;
    }

    /** Seconds since the epoch in UTC; below 0 before it, and when there is no such date or time of day. */
    static long epochSeconds(int year, int month, int day, int secondOfDay) {
        boolean isDate =
                month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        if (!isDate || secondOfDay < 0) {
            return -1;
        }
        return TimeUnit.DAYS.toSeconds(LocalDate.of(year, month, day).toEpochDay()) + secondOfDay;
    }
}
