package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoInstantTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            RFC 3339                               | 2024-05-05T18:02:03Z             | 2024-05-05T18:02:03Z
            no seconds, which Instant.parse rejects| 2024-05-05T18:02Z                | 2024-05-05T18:02:00Z
            a fraction                             | 2024-05-05T18:02:03.25Z          | 2024-05-05T18:02:03.250Z
            a fraction of nanoseconds              | 2024-05-05T18:02:03.123999999Z   | 2024-05-05T18:02:03.123Z
            a fraction of many digits              | 2024-05-05T18:02:03.1239999999999Z | 2024-05-05T18:02:03.123Z
            lower case                             | 2024-05-05t18:02:03z             | 2024-05-05T18:02:03Z
            a space, as RFC 3339 allows            | 2024-05-05 18:02:03Z             | 2024-05-05T18:02:03Z
            east                                   | 2024-05-05T18:02:03+02:00        | 2024-05-05T16:02:03Z
            west, over midnight                    | 2024-05-05T18:02:03-08:30        | 2024-05-06T02:32:03Z
            no colon                               | 2024-05-05T18:02:03+0200         | 2024-05-05T16:02:03Z
            hours only                             | 2024-05-05T18:02:03+02           | 2024-05-05T16:02:03Z
            a leap second                          | 2016-12-31T23:59:60Z             | 2017-01-01T00:00:00Z
            """)
    void reads(String why, String value, Instant expected) {
        assertThat(IsoInstant.parse(value)).as(why).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            a local time           | 2024-05-05T18:02:03
            a date                 | 2024-05-05
            a year of five digits  | 12024-05-05T18:02:03Z
            a signed year          | +2024-05-05T18:02:03Z
            month 13               | 2024-13-05T18:02:03Z
            month 0                | 2024-00-05T18:02:03Z
            no such day            | 2023-02-29T18:02:03Z
            hour 24                | 2024-05-05T24:00:00Z
            an empty fraction      | 2024-05-05T18:02:03.Z
            an empty offset        | 2024-05-05T18:02:03+
            half an offset         | 2024-05-05T18:02:03+02:
            an offset of 19 hours  | 2024-05-05T18:02:03+19:00
            a named zone           | 2024-05-05T18:02:03Z[UTC]
            basic format           | 20240505T180203Z
            before the epoch       | 1969-12-31T23:59:59Z
            """)
    void refuses(String why, String value) {
        assertThat(IsoInstant.parse(value)).as(why).isNegative();
    }
}
