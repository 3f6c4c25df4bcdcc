package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDateTest {
    private static final long NOW = Instant.parse("2027-01-15T08:00:00Z").getEpochSecond();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            IMF-fixdate                                    | Sun, 06 Nov 1994 08:49:37 GMT     | 1994-11-06T08:49:37Z
            RFC 850                                        | Sunday, 06-Nov-94 08:49:37 GMT    | 1994-11-06T08:49:37Z
            asctime, the day padded by a space             | Sun Nov  6 08:49:37 1994          | 1994-11-06T08:49:37Z
            asctime, a day of two digits                   | Wed Nov 16 08:49:37 1994          | 1994-11-16T08:49:37Z
            asctime, the day not padded                    | Sun Nov 6 08:49:37 1994           | 1994-11-06T08:49:37Z
            a leap second is the next minute               | Sat, 31 Dec 2016 23:59:60 GMT     | 2017-01-01T00:00:00Z
            a leap second in asctime                       | Sat Dec 31 23:59:60 2016          | 2017-01-01T00:00:00Z
            a leap day                                     | Thu, 29 Feb 2024 00:00:00 GMT     | 2024-02-29T00:00:00Z
            a leap day of a century that has one           | Tue, 29 Feb 2000 00:00:00 GMT     | 2000-02-29T00:00:00Z
            two digits, less than 50 years ahead           | Friday, 15-Jan-76 08:00:00 GMT    | 2076-01-15T08:00:00Z
            two digits, 50 years ahead but for a day       | Friday, 14-Jan-77 08:00:00 GMT    | 2077-01-14T08:00:00Z
            two digits, more than 50 years ahead           | Friday, 17-Jan-77 08:00:00 GMT    | 1977-01-17T08:00:00Z
            two digits, this year                          | Friday, 15-Jan-27 08:00:00 GMT    | 2027-01-15T08:00:00Z
            four digits where two belong, as cookies do    | Sunday, 06-Nov-1994 08:49:37 GMT  | 1994-11-06T08:49:37Z
            two digits where four belong                   | Sun, 06 Nov 94 08:49:37 GMT       | 1994-11-06T08:49:37Z
            the wrong weekday                              | Mon, 06 Nov 1994 08:49:37 GMT     | 1994-11-06T08:49:37Z
            the wrong weekday in RFC 850                   | Monday, 06-Nov-94 08:49:37 GMT    | 1994-11-06T08:49:37Z
            lower case                                     | sun, 06 nov 1994 08:49:37 gmt     | 1994-11-06T08:49:37Z
            a day of one digit                             | Sun, 6 Nov 1994 08:49:37 GMT      | 1994-11-06T08:49:37Z
            no space after the comma                       | Sun,06 Nov 1994 08:49:37 GMT      | 1994-11-06T08:49:37Z
            no seconds                                     | Sun, 06 Nov 1994 08:49 GMT        | 1994-11-06T08:49:00Z
            UTC                                            | Sun, 06 Nov 1994 08:49:37 UTC     | 1994-11-06T08:49:37Z
            an offset of zero                              | Sun, 06 Nov 1994 08:49:37 +0000   | 1994-11-06T08:49:37Z
            the last second of all                         | Fri, 31 Dec 9999 23:59:59 GMT     | 9999-12-31T23:59:59Z
            """)
    void reads(String why, String value, Instant expected) {
        assertThat(HttpDate.parse(value, NOW)).as(why).isEqualTo(expected.getEpochSecond());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            no weekday                    | 06 Nov 1994 08:49:37 GMT
            no zone                       | Sun, 06 Nov 1994 08:49:37
            another zone                  | Sun, 06 Nov 1994 08:49:37 EST
            an offset                     | Sun, 06 Nov 1994 08:49:37 +0200
            a zone and more               | Sun, 06 Nov 1994 08:49:37 GMT+1
            asctime with a zone           | Sun Nov  6 08:49:37 GMT 1994
            second 61                     | Sun, 06 Nov 1994 08:49:61 GMT
            minute 60                     | Sun, 06 Nov 1994 08:60:37 GMT
            hour 24                       | Sun, 06 Nov 1994 24:00:00 GMT
            day 0                         | Sun, 00 Nov 1994 08:49:37 GMT
            day 31 of 30                  | Sun, 31 Nov 1994 08:49:37 GMT
            day 32                        | Sun, 32 Oct 1994 08:49:37 GMT
            no leap day that year         | Wed, 29 Feb 2023 00:00:00 GMT
            no leap day that century      | Mon, 29 Feb 2100 00:00:00 GMT
            no such month                 | Sun, 06 Nox 1994 08:49:37 GMT
            a month in full               | Sun, 06 November 1994 08:49:37 GMT
            a month of another language   | dim., 06 nov. 1994 08:49:37 GMT
            a year of three digits        | Sun, 06 Nov 199 08:49:37 GMT
            a year of five digits         | Sun, 06 Nov 19944 08:49:37 GMT
            a year of one digit           | Sun, 06-Nov-4 08:49:37 GMT
            mixed separators              | Sun, 06-Nov 1994 08:49:37 GMT
            a sign in the time            | Sun, 06 Nov 1994 +8:49:37 GMT
            an hour of one digit          | Sun, 06 Nov 1994 8:49:37 GMT
            a fraction                    | Sun, 06 Nov 1994 08:49:37.5 GMT
            before the epoch              | Wed, 31 Dec 1969 23:59:59 GMT
            cut off                       | Sun, 06 Nov
            a weekday alone               | Sun
            a comma alone                 | ,
            two dates                     | Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT
            """)
    void refuses(String why, String value) {
        assertThat(HttpDate.parse(value, NOW)).as(why).isNegative();
    }

    @Test
    void agreesWithTheLibraryOnAllThreeForms() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        DateTimeFormatter[] forms = {
            form("EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
            form("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
            form("EEE MMM ppd HH:mm:ss yyyy")
        };
        for (int i = 0; i < 20_000; i++) {
            // within what a two-digit year can name
            Instant instant = Instant.ofEpochSecond((long) (random.nextDouble() * (NOW + 49L * 31_556_952)));
            DateTimeFormatter form = forms[instant.getEpochSecond() < NOW - 49L * 31_556_952 ? 2 * (i % 2) : i % 3];
            String value = form.format(instant);
            assertThat(HttpDate.parse(value, NOW))
                    .as("seed %s: %s", seed, value)
                    .isEqualTo(instant.getEpochSecond());
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
