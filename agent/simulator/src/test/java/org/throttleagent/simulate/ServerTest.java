package org.throttleagent.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest(name = "{0}: asked every {1} ms for 10 s, {2} are taken")
    @CsvSource({
        "--server gcra --rate 2/s --burst 5, 100, 19, nothing at first; time begins with the first request",
        "--server gcra --rate 2/s --burst 5 --start 5, 100, 24, a full bucket and the refill",
        "--server gcra --rate 2/s --burst 5, 1000, 9, all but the first: a token has come by then",
        "--server token-bucket --rate 2/s --burst 5 --start 3, 100, 22, three and the refill",
        "--server fixed-window --rate 4/s, 100, 40, four in each of ten windows",
        "--server fixed-window --rate 4/s --start 1, 100, 37, one left of the first window",
        "--server fixed-window --rate 4/4s --elapsed 3s, 100, 16, the first window is nearly over",
        "--server sliding-window --rate 4/s, 100, 40, four in each second",
        "--server sliding-window --rate 4/s --start 0, 100, 36, the first second is used up",
        "--server decrease-only --burst 7, 100, 7, and never again",
        "--server decrease-only --start 9, 100, 9, whatever the burst",
    })
    void takesWhatItsLimitAllows(String options, long everyMillis, int taken, String why) {
        Limit limit = Limit.of(Simulated.scenario(options));
        int accepted = 0;
        for (long now = 0; now < 10 * SECOND; now += everyMillis * 1_000_000) {
            double before = limit.level(now);
            boolean room = limit.take(now);
            assertThat(room)
                    .as("a request is taken if the level is one or more")
                    .isEqualTo(before >= 1 - 1e-9);
            accepted += room ? 1 : 0;
        }
        assertThat(accepted).as(why).isEqualTo(taken);
        assertThat(limit.possible(10 * SECOND)).isGreaterThanOrEqualTo(accepted - 1e-9);
    }

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource({
        "--headers remaining --start 3, RateLimit-Remaining=2",
        "--headers limit-remaining-reset --server fixed-window --rate 10/m,"
                + " RateLimit-Limit=10 RateLimit-Remaining=9 RateLimit-Reset=60",
        "--headers retry-after --start 0 --rate 1/s, Retry-After=1",
        "--headers retry-after --start 1, ''",
        "--headers none --start 0, ''",
    })
    void saysWhatItsHeadersSay(String options, String expected) {
        List<String> said = new ArrayList<>();
        new Server(Simulated.scenario(options)).answer(0).forEachHeader((name, value) -> said.add(name + "=" + value));
        assertThat(String.join(" ", said)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, then {1}: {2} in the next 100 s")
    @CsvSource({"1/s, 2/s, 200", "1/s, 1/10s, 10", "100/m, 50/m, 83"})
    void anotherRateHoldsAtOnce(String first, String second, double possible) {
        Limit limit = Limit.of(Simulated.scenario("--burst 1000 --rate " + first));
        limit.take(0);
        limit.change(org.throttleagent.rule.Rate.parse(second), 0);
        assertThat(limit.possible(100 * SECOND)).isCloseTo(possible, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "5, 503", "9, 503", "10, 200"})
    void anOutageIsA503(long second, int status) {
        Server server = new Server(Simulated.scenario("--start 100"));
        if (second >= 5) {
            server.outage(10 * SECOND);
        }
        assertThat(server.answer(second * SECOND).status()).isEqualTo(status);
    }
}
