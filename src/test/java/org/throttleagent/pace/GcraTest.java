package org.throttleagent.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throttleagent.testing.Seeds;

class GcraTest {
    @ParameterizedTest(name = "{0} per {1} s, burst {2}: {3} ns, {4}")
    @CsvSource({
        "10, 1, 1, 100000000, a burst of 1 is spaced evenly",
        "3, 1, 1, 333333334, rounded up so that it is never faster",
        "10, 1, 10, 1010101011, all at once leaves one more for the window's end and its catch-up",
        "10, 60, 1, 6000000000, without a burst a minute is spaced evenly too",
        "100, 60, 10, 659413123, 91 emissions less the hundredth that may be caught up",
        "1000, 1, 100, 1120977, where 10 ms may be caught up they are part of the window",
    })
    void theEmissionInterval(long permits, long seconds, long burst, long intervalNanos, String why) {
        Gcra window = Gcra.of(permits, TimeUnit.SECONDS.toNanos(seconds), burst);
        assertThat(window.intervalNanos()).as(why).isEqualTo(intervalNanos);
    }

    @ParameterizedTest(name = "{0} per {1} ns, burst {2}")
    @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0", "2, 1, 3"})
    void refusesWhatIsNoWindow(long permits, long periodNanos, long burst) {
        assertThatThrownBy(() -> Gcra.of(permits, periodNanos, burst)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void debtOlderThanAPeriodIsForgotten() {
        Gcra window = Gcra.of(10, 1_000_000_000L, 1);
        long now = Seeds.beforeTheEnd(5);
        long tat = now;
        for (int i = 0; i < 1000; i++) {
            tat = window.book(tat, now, now);
        }
        assertThat(tat - now).isEqualTo(1_100_000_000L);
    }

    @Test
    void theLongestPeriodDoesNotOverflow() {
        Gcra window = Gcra.of(10, TimeUnit.DAYS.toNanos(366), 2);
        assertThat(window.intervalNanos()).isBetween(TimeUnit.DAYS.toNanos(40), TimeUnit.DAYS.toNanos(41));
    }
}
