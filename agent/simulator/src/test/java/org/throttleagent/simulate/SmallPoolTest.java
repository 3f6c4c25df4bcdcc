package org.throttleagent.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.simulate.Summary.Figure;

/**
 * A pool of few tokens says little by its level, and yet makes nobody wait many times as long as its refill asks for: whether that
 * is known, unknown or wrong by four.
 */
class SmallPoolTest {
    private static final String POOL = "--server token-bucket --processes 1 --rtt 20ms --seeds 4 ";
    private static final int[] BURSTS = {1, 2, 3, 5, 7, 10};

    static List<Arguments> pools() {
        List<Arguments> pools = new ArrayList<>();
        for (double rate : new double[] {0.5, 5.2, 20, 50}) {
            for (double told : new double[] {0, 1, 0.25, 4}) {
                for (int threads : new int[] {1, 10}) {
                    pools.add(Arguments.of(rate, told, threads));
                }
            }
        }
        return pools;
    }

    /** The ideal is the wait of threads that take turns, or a second where that is less. */
    @ParameterizedTest(name = "{0}/s, told {1} times that, {2} threads")
    @MethodSource("pools")
    void nobodyWaitsManyTimesTheIdeal(double rate, double told, int threads) {
        double ideal = Math.max(1, threads / rate);
        double utilisation = 0;
        for (int burst : BURSTS) {
            Summary summary = Simulated.summary(options(rate, told, threads, burst));
            // of one or two next to nothing ever remains, so that mostly refusals tell anything
            int times = burst <= 2 ? 45 : 20;
            assertThat(summary.worst(Figure.WAIT_MAX)).as("burst " + burst).isLessThan(times * ideal);
            utilisation += summary.mean(Figure.UTILISATION) / BURSTS.length;
        }
        assertThat(utilisation).as("utilisation, mean over the bursts").isGreaterThan(0.3);
    }

    private static String options(double rate, double told, int threads, int burst) {
        String prior = told == 0 ? "" : " --prior " + perHour(rate * told);
        return String.format(
                Locale.ROOT,
                POOL + "--rate %s --burst %d --start %d --threads %d --duration %ds%s",
                perHour(rate),
                burst,
                burst,
                threads,
                Math.round(Math.max(30, 100 / rate)),
                prior);
    }

    private static String perHour(double perSecond) {
        return Math.round(3600 * perSecond) + "/h";
    }

    /** As a program that fetches one file after the other under a rule a little below what the server allows. */
    @ParameterizedTest(name = "burst {0}: {1} s")
    @CsvSource({"1,20", "2,17", "3,15", "5,12"})
    void thirtyCallsBelowTheRefillAreNotSlowedMuch(int burst, double seconds) {
        Summary summary = Simulated.summary(POOL + "--rate 5.2/s --burst " + burst + " --start " + burst
                + " --threads 1 --demand 5/s --calls 30 --duration 5m --prior 5/s");
        assertThat(summary.mean(Figure.CLEAR)).isLessThan(seconds);
    }
}
