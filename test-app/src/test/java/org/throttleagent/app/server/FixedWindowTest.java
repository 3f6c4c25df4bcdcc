package org.throttleagent.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FixedWindowTest {
    private static final long MILLIS = 1_000_000;

    /** Two in each window of 2 s. Every row goes on where the row before it ended. */
    @Test
    void servesItsLimitInEachWindow() {
        FixedWindow window = new FixedWindow(2, 2);
        expect(window, 100_300, true, 1, 103); // begins at the first request, ends on the next whole second
        expect(window, 102_999, true, 2, 103);
        expect(window, 102_999, false, 2, 103); // used up, and a refusal is not counted as use
        expect(window, 103_000, true, 1, 105); // the reset belongs to the next window; whole seconds are not drawn out
        expect(window, 110_001, true, 1, 113); // a pause begins no window
    }

    private static void expect(FixedWindow window, long epochMillis, boolean served, int used, long reset) {
        assertThat(window.tryTake(epochMillis * MILLIS))
                .as("served at %s ms", epochMillis)
                .isEqualTo(served);
        assertThat(window.used()).as("used at %s ms", epochMillis).isEqualTo(used);
        assertThat(window.resetEpochSeconds()).as("reset at %s ms", epochMillis).isEqualTo(reset);
    }

    @Test
    void refusesAbsurdWindows() {
        assertThatThrownBy(() -> new FixedWindow(0, 1)).hasMessageContaining("limit=0");
        assertThatThrownBy(() -> new FixedWindow(1, 0)).hasMessageContaining("windowSeconds=0");
    }
}
