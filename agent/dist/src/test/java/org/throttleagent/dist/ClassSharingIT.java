package org.throttleagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Those who start fast from an archive of classes keep it: the agent must not cost them their class data sharing. */
class ClassSharingIT {
    static List<Jdk> withStaticArchive() {
        return Jdk.all().stream().filter(jdk -> jdk.version() >= 11).toList();
    }

    static List<Jdk> withDynamicArchive() {
        return Jdk.all().stream().filter(jdk -> jdk.version() >= 17).toList();
    }

    static List<Jdk> withAotCache() {
        return Jdk.all().stream().filter(jdk -> jdk.version() >= 25).toList();
    }

    private static Fork fetch(Jdk jdk, StampingServer server, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-cp", Programs.jar().toString(), "Fetch", server.url(), "1"));
        Fork run = Fork.run(jdk, "java", all.toArray(new String[0]));
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    /** How many classes of one run came out of the archive. */
    private static long shared(Fork run) {
        assertThat(run.err() + run.out()).doesNotContainIgnoringCase("warning");
        return run.out()
                .lines()
                .filter(line -> line.contains("source: shared objects file"))
                .count();
    }

    private static void compare(Jdk jdk, StampingServer server, String archive) throws IOException {
        List<String> list = List.of(archive, "-Xlog:class+load");
        long without = shared(fetch(jdk, server, list));
        List<String> withAgent = new ArrayList<>(list);
        withAgent.add("-javaagent:" + BuildFacts.agentJar());
        withAgent.add("-Dthrottle.log.level=off");
        assertThat(shared(fetch(jdk, server, withAgent)))
                .as("classes from the archive with the agent, of %d without", without)
                .isGreaterThanOrEqualTo((long) (0.99 * without));
        assertThat(without).isGreaterThan(400);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withStaticArchive")
    void aStaticArchiveIsKept(Jdk jdk, @TempDir Path folder) throws IOException {
        String classes = "-XX:SharedClassListFile=" + folder.resolve("classes");
        String archive = "-XX:SharedArchiveFile=" + folder.resolve("static.jsa");
        try (StampingServer server = new StampingServer()) {
            fetch(jdk, server, List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + folder.resolve("classes")));
            Fork dump = Fork.run(
                    jdk,
                    "java",
                    "-Xshare:dump",
                    classes,
                    archive,
                    "-cp",
                    Programs.jar().toString());
            assertThat(dump.status()).as(dump.err()).isZero();
            compare(jdk, server, archive);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withDynamicArchive")
    void aDynamicArchiveIsKept(Jdk jdk, @TempDir Path folder) throws IOException {
        Path archive = folder.resolve("dynamic.jsa");
        try (StampingServer server = new StampingServer()) {
            fetch(jdk, server, List.of("-XX:ArchiveClassesAtExit=" + archive));
            compare(jdk, server, "-XX:SharedArchiveFile=" + archive);
        }
    }

    /** Trained without the agent, but with the module that every agent brings. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withAotCache")
    void anAotCacheIsKept(Jdk jdk, @TempDir Path folder) throws IOException {
        Path cache = folder.resolve("app.aot");
        try (StampingServer server = new StampingServer()) {
            fetch(jdk, server, List.of("-XX:AOTCacheOutput=" + cache, "--add-modules", "java.instrument"));
            List<String> list = List.of("-XX:AOTCache=" + cache, "-Xlog:class+load");
            List<String> without = new ArrayList<>(list);
            without.addAll(List.of("--add-modules", "java.instrument"));
            List<String> with = new ArrayList<>(list);
            with.addAll(List.of("-javaagent:" + BuildFacts.agentJar(), "-Dthrottle.log.level=off"));
            long before = shared(fetch(jdk, server, without));
            assertThat(shared(fetch(jdk, server, with)))
                    .as("classes from the cache with the agent, of %d without", before)
                    .isGreaterThanOrEqualTo((long) (0.99 * before));
        }
    }

    /** What is archived is woven all the same. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withDynamicArchive")
    void archivedClassesAreWoven(Jdk jdk, @TempDir Path folder) throws IOException {
        Path archive = folder.resolve("dynamic.jsa");
        try (StampingServer server = new StampingServer()) {
            fetch(jdk, server, List.of("-XX:ArchiveClassesAtExit=" + archive));
            Fork run = fetch(
                    jdk, server, List.of("-XX:SharedArchiveFile=" + archive, "-javaagent:" + BuildFacts.agentJar()));
            assertThat(run.err()).contains("event=woven client=http-url-connection");
        }
    }
}
