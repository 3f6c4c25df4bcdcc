package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Many threads under one rule: never faster than it in any window, and not slower either. Two JVMs at a time (junit-platform.properties
 * says how many): a hundred requests a second leave most of the machine idle.
 */
class LoadIT {
    private static final int RATE = 100;
    private static final int SECONDS = 20;
    private static final double GRANT_SLACK_SECONDS = 0.010;
    private static final double ARRIVAL_SLACK_SECONDS = 0.050;

    /** What the machine does to a request after its grant differs each time. */
    private static final int TRIES = 3;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicNode> platformThreads() {
        return Jdk.all().stream()
                .map(jdk -> test(Clients.HTTP_URL_CONNECTION, jdk, load("A3-load", 50, "50 platform threads")));
    }

    /** One client whose threads wait, and one whose calls wait without. */
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicNode> virtualThreads() {
        return Jdk.all().stream()
                .flatMap(jdk -> Stream.of(Clients.HTTP_URL_CONNECTION, Clients.JAVA_NET_HTTP)
                        .filter(client -> jdk.feature() >= client.oldestJdk())
                        .map(client -> test(client, jdk, virtual())));
    }

    private static KitCase virtual() {
        return load("A3-virtual", 200, "200 virtual threads")
                .not((client, jdk) -> jdk.feature() < Jdk.FIRST_WITH_VIRTUAL_THREADS, Jdk.NO_VIRTUAL_THREADS)
                .with("virtual", "yes");
    }

    private static KitCase load(String id, int threads, String who) {
        return KitCase.of(id, who + " keep to 100/s in every window for 20 s, and reach it")
                .server(LoadIT::server)
                .server(LoadIT::server)
                .rule("rate", RATE + "/s")
                .does("load", "GET /")
                .with("warm", "GET {1}/")
                .with("threads", threads)
                .with("seconds", SECONDS);
    }

    private static KitServer server() {
        return RawServer.of((number, request, socket) -> {
            socket.getOutputStream().write(RawServer.answer("200 OK", "", "fine"));
            return true;
        });
    }

    private static DynamicNode test(Client client, Jdk jdk, KitCase kitCase) {
        return ContractRun.test(client, jdk, kitCase, () -> {
            for (int left = TRIES - 1; ; left--) {
                Outcome outcome =
                        KitRun.of(client, jdk, kitCase.id).run(List.of(kitCase)).outcome(kitCase.id);
                LoadResult result = LoadResult.of(outcome, RATE, GRANT_SLACK_SECONDS);
                note(outcome, kitCase, result);
                outcome.checkCounts();
                assertThat(outcome.value("failures")).isEqualTo(List.of());
                assertThat(result.worstGrants())
                        .as("grants too early, in seconds")
                        .isLessThanOrEqualTo(GRANT_SLACK_SECONDS + 1e-9);
                // a machine that stops a thread between its grant and its send makes requests arrive together
                double slack = ARRIVAL_SLACK_SECONDS + result.longestStall();
                boolean good = result.worstArrivals() <= slack && Math.abs(result.rateWhileRun() - RATE) <= RATE * 0.01;
                if (good || left == 0) {
                    assertThat(result.worstArrivals())
                            .as("arrivals too early, in seconds")
                            .isLessThanOrEqualTo(slack);
                    assertThat(result.rateWhileRun())
                            .as("requests per second of the time in which the machine ran the JVM")
                            .isCloseTo(RATE, within(RATE * 0.01));
                    return;
                }
            }
        });
    }

    /** Leaves the numbers behind, whether they are good or not. */
    private static synchronized void note(Outcome outcome, KitCase kitCase, LoadResult result) throws IOException {
        String row = String.format(
                Locale.ROOT,
                "jdk=%d client=%s case=%s %s%n",
                outcome.jdk().feature(),
                outcome.client().id(),
                kitCase.id,
                result);
        Files.writeString(Path.of("target", "kit-load.txt"), row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
