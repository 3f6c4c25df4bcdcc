package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpansTest {
    @ParameterizedTest
    @CsvSource({
        "500ms,500,500ms",
        "30s,30000,30s",
        "60s,60000,1m",
        "5m,300000,5m",
        "1h,3600000,1h",
        "2d,172800000,2d",
        "0s,0,0s"
    })
    void isRead(String text, long millis, String shown) {
        assertThat(TimeSpans.parseNanos(text)).isEqualTo(millis * 1_000_000L);
        assertThat(TimeSpans.format(millis * 1_000_000L)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "1.5s", "-1s", "30 s", "30sec", "1h30m", "300000d", "99999999999999999999s"})
    void whatIsNoLengthOfTimeIsRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSpans.parseNanos(text))
                .withMessageContaining("500ms, 30s, 5m, 1h or 2d");
    }

    @ParameterizedTest
    @CsvSource({
        "799822263,  799.822ms, below a second",
        "1500000000, 1500ms,    a whole number of milliseconds",
        "1234567890, 1.234s,    above a second",
        "33,         0.000ms,   next to nothing",
    })
    void whatIsNoWholeNumberIsRounded(long nanos, String shown, String why) {
        assertThat(TimeSpans.format(nanos)).as(why).isEqualTo(shown);
    }
}
