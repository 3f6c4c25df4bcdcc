package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadResultTest {
    private static final long MS = 1_000_000;
    private static final long[] EVERY_TEN_MS =
            LongStream.range(0, 101).map(i -> i * 10 * MS).toArray();

    /** One second at 100/s, and from its middle on half a second late. */
    private static final long[] STOPPED = LongStream.range(0, 101)
            .map(i -> (i * 10 + (i > 50 ? 500 : 0)) * MS)
            .toArray();

    private static LoadResult of(long[] grants, List<List<Number>> stalls) {
        return new LoadResult(grants, grants, stalls, 100, 0.010);
    }

    @Test
    void thePaceIsWhatTheGrantsKeep() {
        LoadResult result = of(EVERY_TEN_MS, List.of());
        assertThat(result.achievedRate()).isCloseTo(100, within(0.01));
        assertThat(result.rateWhileRun()).isCloseTo(100, within(0.01));
        assertThat(result.worstGrants()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aStandstillOfTheAgentAloneIsNotForgiven() {
        assertThat(of(STOPPED, List.of()).rateWhileRun()).isCloseTo(66.7, within(0.1));
    }

    @Test
    void aStandstillOfTheMachineIsForgivenButForWhatCouldBeCaughtUp() {
        List<List<Number>> stall = List.of(List.of(502 * MS, 1009 * MS));
        assertThat(of(STOPPED, stall).rateWhileRun()).isCloseTo(99, within(0.1));
    }

    @Test
    void noMoreIsForgivenThanTheMachineStoodStill() {
        List<List<Number>> stall = List.of(List.of(600 * MS, 700 * MS));
        assertThat(of(STOPPED, stall).rateWhileRun()).isCloseTo(100 / 1.4, within(0.1));
    }

    @Test
    void theWorstWindowCountsWhereverItIs() {
        long[] burst = EVERY_TEN_MS.clone();
        burst[60] = burst[59];
        burst[61] = burst[59];
        assertThat(of(burst, List.of()).worstGrants()).isCloseTo(0.020, within(1e-9));
    }
}
