package org.throttleagent.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No server of whatever kind stops a fleet for good, and none is refused by more than plain AIMD would be. */
class SweepTest {
    @Test
    void nobodyIsStuckAndRefusalsAreFewerThanWithAimd() {
        Sweep agent = Sweep.of(Policy.AGENT, 2, 30);
        Sweep aimd = Sweep.of(Policy.AIMD, 2, 30);
        assertThat(agent.stuck()).as(agent.row()).isZero();
        assertThat(agent.retryRatio()).as(agent.row() + aimd.row()).isLessThan(0.75 * aimd.retryRatio());
    }
}
