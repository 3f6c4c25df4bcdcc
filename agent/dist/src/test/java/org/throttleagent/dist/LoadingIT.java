package org.throttleagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes load with the agent as they do without it: in any order, by any loader, by many threads, on a part of a JDK. */
class LoadingIT {
    private static final long SEED = 20261124;

    private static final boolean WHOLE = Boolean.getBoolean("proof.whole");
    /** The classes that are woven in each loader. */
    private static final int TARGETS = 5;

    private static final int THREADS = 16;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    static List<Jdk> since11() {
        return Jdk.since11();
    }

    /** The build's own, if it was installed with its modules. */
    static List<Jdk> withModules() {
        Jdk own = Jdk.own();
        return Files.isDirectory(own.home().resolve("jmods")) ? List.of(own) : List.of();
    }

    private static String agent() {
        return "-javaagent:" + BuildFacts.agentJar();
    }

    private static String programs() throws IOException {
        return Programs.jar().toString();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void manyThreadsLoadTargetsInManyLoaders(Jdk jdk) throws IOException {
        // 10,000 loads in the whole proof, on the build's own JDK
        int loaders = WHOLE && jdk.version() == Jdk.own().version() ? 2000 : 320;
        List<String> options = new ArrayList<>(List.of(
                agent(), "-javaagent:" + Programs.jar(), "-Xverify:all", "-Xmx256m", "-cp", programs(), "ManyLoaders"));
        options.addAll(List.of(String.valueOf(loaders), String.valueOf(THREADS)));
        try (java.util.stream.Stream<Path> jars = Files.list(BuildFacts.target().resolve("okhttp"))) {
            jars.sorted().forEach(jar -> options.add(jar.toString()));
        }

        Fork run = Fork.run(jdk, "java", options.toArray(new String[0]));

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out().lines())
                .as(run.err())
                .containsExactly(
                        "woven=" + TARGETS * loaders + " unwoven=0 loaders=" + loaders + " left=0",
                        "gate=class java.lang.ThrottleGate");
        assertThat(run.err())
                .contains("event=woven client=okhttp", "event=woven client=http-url-connection")
                .doesNotContain("agent_error", "could not start");
    }

    /** A class that is needed while it is being loaded stays broken for good: ClassCircularityError. */
    @ParameterizedTest
    @MethodSource("jdks")
    void everyClassOfTheJdkLoadsAsItDoesWithoutTheAgent(Jdk jdk) throws IOException {
        String seed = String.valueOf(SEED);
        Fork without = Fork.run(jdk, "java", "-cp", programs(), "EveryClass", seed);
        Fork with = Fork.run(jdk, "java", agent(), "-cp", programs(), "EveryClass", seed);

        assertThat(with.out()).as("seed %s", seed).isEqualTo(without.out()).matches("(?s).*loaded=[0-9]{4,}\\s*");
        assertThat(with.err()).contains("event=woven client=http-url-connection");
    }

    /** Whatever is in the way of the gate, the application does not feel it, and the log says it once. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("since11")
    void whereTheGateCannotBeDefinedTheApplicationRuns(Jdk jdk) throws IOException {
        try (StampingServer server = new StampingServer()) {
            Fork run = Fork.run(
                    jdk,
                    "java",
                    "-javaagent:" + Programs.jar(),
                    agent(),
                    "-cp",
                    programs(),
                    "GateTaken",
                    server.url(),
                    "3");
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out().trim()).isEqualTo("fetched");
            assertThat(server.count()).isEqualTo(3);
            assertThat(run.err().lines().filter(line -> line.contains("throttle")))
                    .singleElement()
                    .asString()
                    .startsWith("throttle: the agent could not start and does nothing: ")
                    .contains("LinkageError");
        }
    }

    /** The short way, which spins no lambdas, and the long one where it is shut. */
    @ParameterizedTest
    @MethodSource("since11")
    void theGateIsDefinedEitherWay(Jdk jdk) throws IOException {
        try (StampingServer server = new StampingServer()) {
            Fork shortWay = fetchListing(jdk, "Fetch", server);
            Fork longWay = fetchListing(jdk, "DoorwayShut", server);
            assertThat(lambdasOfRedefineModule(shortWay)).isEqualTo(lambdasOfRedefineModule(longWay) - 3);
            for (Fork run : List.of(shortWay, longWay)) {
                assertThat(run.status()).as(run.err()).isZero();
                assertThat(run.out()).contains("java.lang.ThrottleGate ");
                assertThat(run.err()).contains("event=woven client=http-url-connection");
            }
            assertThat(server.count()).isEqualTo(2);
        }
    }

    /** What of the JDK defines them may have some of its own. */
    private static long lambdasOfRedefineModule(Fork run) {
        return run.out()
                .lines()
                .filter(line -> line.contains(" sun.instrument.InstrumentationImpl$$Lambda"))
                .count();
    }

    private static Fork fetchListing(Jdk jdk, String program, StampingServer server) throws IOException {
        return Fork.run(jdk, "java", agent(), "-Xlog:class+load", "-cp", programs(), program, server.url(), "1");
    }

    /** Neither java.net.http nor java.logging, java.management, jdk.unsupported, jdk.jfr. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withModules")
    void onAPartOfAJdkWhatIsThereIsPaced(Jdk jdk, @TempDir Path folder) throws IOException {
        Path image = folder.resolve("image");
        Fork jlink = Fork.run(jdk, "jlink", "--add-modules", "java.base,java.instrument", "--output", image.toString());
        assertThat(jlink.status()).as(jlink.out() + jlink.err()).isZero();
        try (StampingServer server = new StampingServer()) {
            Fork run = Fork.run(
                    new Jdk(jdk.version(), image),
                    "java",
                    agent(),
                    "-Xverify:all",
                    "-Dthrottle.rate=5/s",
                    "-cp",
                    programs(),
                    "Fetch",
                    server.url(),
                    "4");
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(server.count()).isEqualTo(4);
            // three intervals of 200 ms, less what the first request may be late after its grant
            assertThat(server.millisSince(0)).as(run.err()).isGreaterThanOrEqualTo(400);
            assertThat(run.err())
                    .contains("event=woven client=http-url-connection", "event=without client=java-net-http because=")
                    .doesNotContain("agent_error", "could not start", "WARN");
        }
    }
}
