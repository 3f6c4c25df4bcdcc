package org.throttleagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.rule.Rule;
import org.throttleagent.testing.Callers;
import org.throttleagent.testing.LimitedServer;
import org.throttleagent.testing.TestEngine;

/** What an application sees that calls a server with a limit, without any rule: few refusals, and none reaches it. */
class LearnedPaceTest {
    private record Kind(String name, int holdSeconds, Supplier<LimitedServer> server) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("bare 429", 0, () -> LimitedServer.bare(20, 10, 429)),
            new Kind("remaining", 0, () -> LimitedServer.remaining(20, 10)),
            new Kind("retry-after 1 s", 1, () -> LimitedServer.retryAfter(20, 10, 429, 1)),
            new Kind("retry-after 2 s", 2, () -> LimitedServer.retryAfter(20, 10, 429, 2)),
            new Kind("503 retry-after", 1, () -> LimitedServer.retryAfter(20, 10, 503, 1)),
            new Kind("window", 0, () -> LimitedServer.window(40, 1)));

    static Stream<Arguments> worlds() {
        return KINDS.stream()
                .flatMap(kind -> Stream.of(1, 2, 5, 10)
                        .flatMap(threads -> Stream.of(1, 10, 50)
                                .flatMap(rtt -> Stream.of(60, 500)
                                        .map(requests -> Arguments.of(kind, threads, rtt, requests)))));
    }

    @ParameterizedTest(name = "{0}: {1} threads, {2} ms, {3} requests")
    @MethodSource("worlds")
    void fewRefusalsAndNotMuchSlowerThanTheServerAllows(Kind kind, int threads, int rttMillis, int requests) {
        for (long seed = 1; seed <= 3; seed++) {
            LimitedServer server = kind.server().get();
            TestEngine world = TestEngine.of(Rule.defaults());
            Callers callers = new Callers(world.engine, server, new Random(seed), rttMillis * 1_000_000L);
            double seconds = callers.run(threads, requests) / 1e9;
            double ideal = Math.max(kind.holdSeconds() + (requests - 10) / 20.0, requests * rttMillis / 1e3 / threads);
            String context = "seed " + seed;
            assertThat(seconds).as(context).isLessThan(requests > 60 ? 2.5 * ideal : 3 * ideal);
            assertThat(server.refused()).as(context).isLessThanOrEqualTo((threads + 4) * (requests + 59) / 60);
            assertThat(callers.deliveredRefused()).as(context).isZero();
        }
    }
}
