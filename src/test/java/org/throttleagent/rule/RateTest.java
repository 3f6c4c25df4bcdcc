package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource({
        "10/s,     10,   1000,     10/s,    a plain rate",
        "100/15m,  100,  900000,   100/15m, a count before the unit",
        "5000/h,   5000, 3600000,  5000/h,  hours",
        "50000/d,  50000,86400000, 50000/d, days",
        "3/250ms,  3,    250,      3/250ms, milliseconds",
        "0.5/s,    1,    2000,     1/2s,    less than one: the period is stretched",
        "2.5/s,    5,    2000,     5/2s,    a fraction stays exact",
        "1.0/s,    1,    1000,     1/s,     decimals that say nothing",
        "0.0001/s, 1,    10000000, 1/10000s,one in hours",
        "10/60s,   10,   60000,    10/m,    the same period in another unit",
        "' 10 / s ',10,  1000,     10/s,    blanks",
    })
    void isReadExactly(String text, long permits, long periodMillis, String shown, String why) {
        Rate rate = Rate.parse(text);
        assertThat(rate.permits()).as(why).isEqualTo(permits);
        assertThat(rate.periodNanos()).as(why).isEqualTo(periodMillis * 1_000_000L);
        assertThat(rate).as(why).hasToString(shown);
        assertThat(Rate.parse(shown)).as("what is shown can be read again").isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "/s",
                "10/",
                "10/x",
                "-1/s",
                "1e3/s",
                ".5/s",
                "5./s",
                "1.2.3/s",
                "10/s/s",
                "10 per s",
                "١٠/s",
                "10/0s",
                "0/s",
                "0.0/s",
                "1/1.5s",
                "10/-1s",
                "1.0000001/s",
                "99999999999999999999/s",
                "2000000000/s",
                "1/400d",
                "0.000001/365d",
                "1000000000/1ms"
            })
    void whatIsNoRateIsRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rate.parse(text))
                .withMessageContaining("10/s, 100/15m, 5000/h or 0.5/s");
    }

    @Test
    void equalRatesAreEqual() {
        assertThat(Rate.parse("60/m")).isEqualTo(Rate.parse("60/60s")).hasSameHashCodeAs(Rate.parse("60/60s"));
        assertThat(Rate.parse("60/m")).as("a window of its own").isNotEqualTo(Rate.parse("1/s"));
    }
}
