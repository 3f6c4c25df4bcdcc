package org.throttleagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second build without clean never ships a stale agent: a copy of this build, one class of it changed, is built again. */
class RebuildIT {
    private static final String SOURCE = "agent/runtime/src/main/java/org/throttleagent/runtime/BadSettings.java";
    private static final String OLD = "the application runs without the agent";
    private static final String NEW = "the application has been built again";
    /** What is no part of the agent, or large and made anew. */
    private static final Set<String> LEFT_OUT =
            Set.of(".git", "surefire-reports", "failsafe-reports", "generated-sources", "corpus", "okhttp-every");

    @Test
    void whatChangedIsInTheJar(@TempDir Path copy) throws IOException {
        copyTree(BuildFacts.root(), copy);
        Path jar =
                copy.resolve("agent/dist/target").resolve(BuildFacts.agentJar().getFileName());
        assertThat(hidden(jar)).contains(OLD).doesNotContain(NEW);

        Path source = copy.resolve(SOURCE);
        Files.writeString(source, Files.readString(source).replace(OLD, NEW));
        Path classes = copy.resolve("agent/runtime/target/classes");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "-Xlint:-options",
                        "--release",
                        "8",
                        "-d",
                        classes.toString(),
                        "-cp",
                        classes + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                        source.toString());
        assertThat(compiled).isZero();
        Fork maven = Fork.run(maven(copy), Map.of("JAVA_HOME", System.getProperty("java.home")), copy);
        assertThat(maven.status()).as(maven.out() + maven.err()).isZero();

        assertThat(hidden(jar)).contains(NEW).doesNotContain(OLD);
    }

    /** The compiler is left out, which would take a minute: it is not what could take an old class for a new one. */
    private static List<String> maven(Path project) {
        String script = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        return List.of(
                BuildFacts.mavenHome().resolve("bin").resolve(script).toString(),
                "-o",
                "-q",
                "-B",
                "-f",
                project.resolve("pom.xml").toString(),
                "-Dmaven.repo.local=" + BuildFacts.localRepository(),
                "-Dmaven.main.skip",
                "-Dmaven.test.skip",
                "-Dspotless.check.skip",
                "-pl",
                "agent/dist",
                "-am",
                "package");
    }

    private static String hidden(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            byte[] all = zip.getInputStream(zip.getEntry("inst/agent.classes")).readAllBytes();
            return new String(all, StandardCharsets.ISO_8859_1);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(folder.getFileName().toString())
                        || folder.endsWith("test-app/target")
                        || folder.endsWith("benchmarks/target")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
