package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** G32: two versions of a library in two class loaders of one JVM share one limit. */
class TwoLoadersIT {
    private static final int TIMES = 6;

    @TestFactory
    Stream<DynamicTest> oneLimit() {
        return Jdk.all().stream()
                .map(jdk -> DynamicTest.dynamicTest(
                        "G32 two versions of OkHttp in one JVM share one limit, on JDK " + jdk.feature(),
                        () -> check(jdk)));
    }

    private static void check(Jdk jdk) throws Exception {
        try (KitServer server = Stubs.open().get()) {
            AgentFork fork = AgentFork.withAgent(jdk, "two-loaders").logged().rule(server.port(), "rate=5/s");
            Fork run = fork.run(
                    "TwoLoaders",
                    server.url() + "/",
                    Integer.toString(TIMES),
                    Client.OKHTTP,
                    classPath("3.14.9"),
                    classPath("4.12.0"));
            assertThat(run.stdout())
                    .as("stderr: %s", run.stderr())
                    .hasSize(2 * TIMES)
                    .containsOnly("okhttp 200");
            List<Seen> seen = server.seen();
            long[] grants = fork.log().events("sent", server.port()).stream()
                    .mapToLong(line -> line.number("at"))
                    .sorted()
                    .toArray();
            assertThat((grants[grants.length - 1] - grants[0]) / 1e9)
                    .as("seconds from the first grant to the last, of both together")
                    .isGreaterThan((2 * TIMES - 1) / 5.0 - 0.05);
            assertThat(seen.stream().flatMap(it -> it.header("User-Agent").stream()))
                    .as("who was paced")
                    .contains("okhttp/3.14.9", "okhttp/4.12.0");
            assertThat(fork.log().events("totals", server.port()))
                    .as("keys of the port")
                    .hasSize(1);
            assertThat(fork.log().total("sent", server.port())).isEqualTo(2 * TIMES);
        }
    }

    private static String classPath(String version) {
        List<String> entries = new ArrayList<>(List.of("target/test-classes/", "target/classes/"));
        entries.addAll(Client.jarsIn(Path.of("target", "kit-libs", version)));
        return String.join(File.pathSeparator, entries);
    }
}
