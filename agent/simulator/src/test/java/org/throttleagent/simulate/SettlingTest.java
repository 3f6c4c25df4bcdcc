package org.throttleagent.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingTest {
    @ParameterizedTest(name = "{0} requests a minute at first, then {1}: {2} s")
    @CsvSource({"60, 30, 0, at once", "60, 60, 570, never: what was left", "60, 0, 570, nothing gets through"})
    void untilTheNewRateIsCarried(int before, int after, double seconds, String why) {
        Record run = new Record(Simulated.scenario("--rate 60/m --duration 20m --change 10m:30/m"));
        Caller caller = run.joined(0, new PeerProcess(new World(run.scenario, 1), new Aimd()), 0);
        for (int minute = 0; minute < 20; minute++) {
            int requests = minute < 10 ? before : after;
            for (int i = 0; i < requests; i++) {
                caller.sentAt = (minute * 60 + 60L * i / requests) * 1_000_000_000L;
                run.accepted(caller);
            }
        }
        run.finished(1_170_000_000_000L, 900);
        assertThat(Settling.seconds(run)).as(why).isEqualTo(seconds);
    }
}
