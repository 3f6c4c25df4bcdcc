package org.throttleagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program that sends nothing must not feel the agent. */
class QuietStartIT {
    static List<Jdk> jdks() {
        return Jdk.all();
    }

    private static String agent() {
        return "-javaagent:" + BuildFacts.agentJar();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothingIsWrittenAndNothingOfTheEngineIsLoaded(Jdk jdk) throws IOException {
        String program = Programs.jar().toString();
        Fork plain = Fork.run(jdk, "java", agent(), "-cp", program, "Hello");
        assertThat(plain).isEqualTo(new Fork(0, "hello" + System.lineSeparator(), ""));

        String list = jdk.version() == 8 ? "-verbose:class" : "-Xlog:class+load";
        Fork listing = Fork.run(jdk, "java", list, agent(), "-cp", program, "Hello");
        assertThat(listing.out().lines().filter(line -> line.contains("throttleagent")))
                .as("the agent's classes that were loaded")
                .hasSizeBetween(1, 4)
                .allMatch(line -> line.contains("org.throttleagent.agent."));
        assertThat(listing.out()).doesNotContain("net.bytebuddy", "ThrottleGate", "org.slf4j");
    }

    /** They inherit the agent by JAVA_TOOL_OPTIONS, of which the JVM says one line itself. */
    @ParameterizedTest
    @MethodSource("jdks")
    void toolsOfTheJdkAreLeftAlone(Jdk jdk) {
        Map<String, String> inherited = Map.of("JAVA_TOOL_OPTIONS", agent() + "=throttle.rate=nonsense");
        for (List<String> tool : List.of(List.of("keytool", "-help"), List.of("jps", "-q"))) {
            Fork run = Fork.run(jdk, tool.get(0), inherited, tool.get(1));
            assertThat(run.status()).as(tool.toString()).isZero();
            assertThat(run.out() + run.err().replaceAll("(?m)^Picked up JAVA_TOOL_OPTIONS.*$", ""))
                    .as(tool.toString())
                    .doesNotContain("throttle");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void switchedOffItDoesNothing(Jdk jdk) throws IOException {
        try (StampingServer server = new StampingServer()) {
            Fork run = Fork.run(
                    jdk,
                    "java",
                    agent(),
                    "-Dthrottle.enabled=false",
                    "-Dthrottle.rate=1/h",
                    "-cp",
                    Programs.jar().toString(),
                    "Fetch",
                    server.url(),
                    "2");
            assertThat(run).isEqualTo(new Fork(0, "fetched" + System.lineSeparator(), ""));
        }
    }
}
