package org.throttleagent.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GcraTest {
    private static final long MILLIS = 1_000_000;

    /** 10/s, burst 3: an emission interval of 100 ms. Every row goes on where the row before it ended. */
    @Test
    void servesTheBurstThenOneRequestForEachInterval() {
        Gcra gcra = Gcra.perSecond(10, 3);
        expect(gcra, 5_000, true, 2, 0); // the bucket was full
        expect(gcra, 5_000, true, 1, 0);
        expect(gcra, 5_000, true, 0, 100); // the burst is used up
        expect(gcra, 5_099, false, 0, 1); // a millisecond too early
        expect(gcra, 5_100, true, 0, 100); // on time: the refusal before it cost nothing
        expect(gcra, 5_350, true, 1, 0); // 2.5 tokens came, one goes, the whole ones of 1.5 are shown
        expect(gcra, 5_350, true, 0, 50);
        expect(gcra, 9_000, true, 2, 0); // full again, and no fuller
    }

    private static void expect(Gcra gcra, long millis, boolean served, int remaining, long waitMillis) {
        long now = millis * MILLIS;
        assertThat(gcra.tryTake(now)).as("served at %s ms", millis).isEqualTo(served);
        assertThat(gcra.remaining(now)).as("remaining at %s ms", millis).isEqualTo(remaining);
        assertThat(gcra.waitNanos(now)).as("wait at %s ms", millis).isEqualTo(waitMillis * MILLIS);
    }

    @Test
    void isTheBucketThatGainsItsTokensOnEachRequest() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int burst = 1 + random.nextInt(20);
            int perSecond = 1 + random.nextInt(100);
            long interval = Math.round(1e9 / perSecond);
            Gcra gcra = Gcra.perSecond(perSecond, burst);
            long level = burst * interval; // a token is as much as the bucket gains in an interval
            long now = 1_000_000_000_000L;
            for (int i = 0; i < 200; i++) {
                long step = (long) (random.nextDouble() * 2 * interval);
                now += step;
                level = Math.min(level + step, burst * interval);
                boolean served = level >= interval;
                level -= served ? interval : 0;
                String which = "seed " + seed + ", round " + round + ", request " + i;
                assertThat(gcra.tryTake(now)).as(which).isEqualTo(served);
                assertThat(gcra.remaining(now)).as(which).isEqualTo((int) (level / interval));
            }
        }
    }

    @Test
    void neverServesMoreThanBurstAndRateInAnyWindow() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Gcra gcra = Gcra.perSecond(50, 5);
        List<Long> served = new ArrayList<>();
        long now = 1_000_000_000_000L;
        for (int i = 0; i < 2_000; i++) {
            now += random.nextInt((int) (20 * MILLIS));
            if (gcra.tryTake(now)) {
                served.add(now);
            }
        }
        for (int first = 0; first < served.size(); first++) {
            for (int last = first; last < served.size(); last++) {
                long windowNanos = served.get(last) - served.get(first);
                assertThat(last - first + 1L)
                        .as("seed %s, window of %s ns", seed, windowNanos)
                        .isLessThanOrEqualTo(5 + windowNanos / (20 * MILLIS));
            }
        }
    }

    @Test
    void servesExactlyAfterThePromisedWaitAndNotBefore() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long now = 1_000_000_000_000L;
        Gcra gcra = Gcra.perSecond(7, 2);
        for (int i = 0; i < 500; i++) {
            now += random.nextInt((int) (300 * MILLIS));
            while (gcra.tryTake(now)) {
                now += random.nextInt((int) MILLIS);
            }
            long waitNanos = gcra.waitNanos(now);
            assertThat(gcra.tryTake(now + waitNanos - 1))
                    .as("seed %s, early, %s", seed, i)
                    .isFalse();
            assertThat(gcra.tryTake(now + waitNanos))
                    .as("seed %s, on time, %s", seed, i)
                    .isTrue();
            now += waitNanos;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "20, 50", // the demo's servers
        "5.2, 192.307692", // not a whole number of nanoseconds: rounded
        "1.25, 800", // Heroku's 4500 an hour
        "0.001, 1000000" // the slowest
    })
    void spacesRequestsByTheRate(double perSecond, double intervalMillis) {
        Gcra gcra = Gcra.perSecond(perSecond, 1);
        assertThat(gcra.tryTake(MILLIS)).isTrue();
        assertThat(gcra.waitNanos(MILLIS)).isEqualTo(Math.round(intervalMillis * MILLIS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.0001, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAbsurdRates(double perSecond) {
        assertThatThrownBy(() -> Gcra.perSecond(perSecond, 1)).hasMessageContaining("perSecond=" + perSecond);
    }

    @Test
    void refusesAnEmptyBucket() {
        assertThatThrownBy(() -> Gcra.perSecond(1, 0)).hasMessageContaining("burst=0");
    }
}
