package org.throttleagent.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void whatIsDueEarlierHappensEarlierAndWhatTiesInTheOrderOfAsking() {
        Timeline timeline = new Timeline();
        Random random = new Random(3);
        List<long[]> asked = new ArrayList<>();
        List<long[]> happened = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            long[] event = {random.nextInt(500), i};
            asked.add(event);
            timeline.after(event[0], () -> {
                assertThat(timeline.now()).isEqualTo(event[0]);
                happened.add(event);
            });
        }
        timeline.runUntil(500);
        asked.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        assertThat(happened).containsExactlyElementsOf(asked);
        assertThat(timeline.now()).isEqualTo(500);
    }

    @Test
    void whatIsDueAtTheEndHappensInTheNextStretch() {
        Timeline timeline = new Timeline();
        List<Long> happened = new ArrayList<>();
        timeline.after(10, () -> timeline.after(5, () -> happened.add(timeline.now())));
        timeline.runUntil(15);
        assertThat(happened).isEmpty();
        timeline.runUntil(16);
        assertThat(happened).containsExactly(15L);
    }
}
