package org.throttleagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {
    @Test
    void isTheMiddleOne() {
        assertThat(Medians.of(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
        assertThat(Medians.of(List.of(9.0, 1.0, 5.0, 6.0))).isEqualTo(5.5);
        assertThatThrownBy(() -> Medians.of(List.of())).hasMessage("no values");
    }

    /** The machine was ten times as slow in the second round: the difference within a round says so, that of medians does not. */
    @Test
    void differencesAreTakenWithinARound() {
        assertThat(Medians.ofDifferences(List.of(12.0, 102.0, 13.0), List.of(10.0, 100.0, 11.0)))
                .isEqualTo(2);
        assertThatThrownBy(() -> Medians.ofDifferences(List.of(1.0), List.of(1.0, 2.0)))
                .hasMessage("1 values beside 2");
    }
}
