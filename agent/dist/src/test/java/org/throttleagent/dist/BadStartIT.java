package org.throttleagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the application when the agent cannot start as it should. */
class BadStartIT {
    static List<Jdk> jdks() {
        return Jdk.all();
    }

    private static Fork fetch(Jdk jdk, Path agent, String... more) throws IOException {
        try (StampingServer server = new StampingServer()) {
            List<String> options = new java.util.ArrayList<>(List.of(more));
            options.addAll(0, List.of("-javaagent:" + agent));
            options.addAll(List.of("-cp", Programs.jar().toString(), "Fetch", server.url(), "2"));
            return Fork.run(jdk, "java", options.toArray(new String[0]));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void allBadSettingsAreListedAndTheApplicationRuns(Jdk jdk) throws IOException {
        Fork run = fetch(jdk, BuildFacts.agentJar(), "-Dthrottle.rate=ten", "-Dthrottle.max-wait=soon");
        assertThat(run.status()).isZero();
        assertThat(run.out().trim()).isEqualTo("fetched");
        assertThat(run.err().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("throttle: "))
                .anyMatch(line -> line.contains("throttle.rate") && line.contains("ten"))
                .anyMatch(line -> line.contains("throttle.max-wait") && line.contains("soon"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void onRequestBadSettingsEndTheJvmBeforeMain(Jdk jdk) throws IOException {
        long start = System.nanoTime();
        Fork run = fetch(jdk, BuildFacts.agentJar(), "-Dthrottle.rate=ten", "-Dthrottle.on-config-error=fail");
        assertThat(run.status()).isEqualTo(78);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("throttle.rate").contains("ten");
        // 26 waits a minute for the very thread that ends it (JDK-8387045)
        long limitSeconds = jdk.version() == 26 ? 90 : 30;
        assertThat(System.nanoTime() - start).isLessThan(limitSeconds * 1_000_000_000L);
    }

    /** An exception that leaves premain ends the JVM, with a core dump on the newest. */
    @ParameterizedTest
    @MethodSource("jdks")
    void anAgentThatCannotStartDoesNotEndTheJvm(Jdk jdk, @TempDir Path folder) throws IOException {
        Path broken = without("inst/agent.classes", folder.resolve("broken.jar"));
        for (String checked : List.of("-Dunused", "-Dthrottle.on-config-error=fail")) {
            Fork run = fetch(jdk, broken, checked);
            assertThat(run.status()).isZero();
            assertThat(run.out().trim()).isEqualTo("fetched");
            assertThat(run.err().lines()).singleElement().asString().startsWith("throttle: the agent could not start");
        }
    }

    /** A tool that packs a jar anew compresses all of it, while the agent reads its classes where they lie. */
    @ParameterizedTest
    @MethodSource("jdks")
    void aJarThatWasPackedAnewSaysSo(Jdk jdk, @TempDir Path folder) throws IOException {
        Path repacked = without("nothing", folder.resolve("repacked.jar"));
        Fork run = fetch(jdk, repacked, "-Dunused");
        assertThat(run.status()).isZero();
        assertThat(run.out().trim()).isEqualTo("fetched");
        assertThat(run.err()).contains("repacked.jar has no inst/agent.classes as packaging stores it");
    }

    private static Path without(String left, Path copy) throws IOException {
        try (ZipFile jar = new ZipFile(BuildFacts.agentJar().toFile());
                OutputStream out = Files.newOutputStream(copy);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (!entry.getName().equals(left)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(zip);
                }
            }
        }
        return copy;
    }
}
