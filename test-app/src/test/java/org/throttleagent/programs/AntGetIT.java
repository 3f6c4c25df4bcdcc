package org.throttleagent.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.launch.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throttleagent.app.server.Arrival;
import org.throttleagent.app.server.HerokuLimit;
import org.throttleagent.app.server.LimitedServer;

/** Apache Ant's {@code get} task fetches by HttpURLConnection, one file after the other, and gives up at the first refusal. */
class AntGetIT {
    private static final int FILES = 30;

    @Test
    void aRuleBelowTheServersLimitLeavesNoRefusal(@TempDir Path folder) throws Exception {
        try (LimitedServer server = LimitedServer.start("files", new HerokuLimit(5.2, 2), 0)) {
            Files.writeString(folder.resolve("build.xml"), buildFile(server));
            assertThat(ant(folder, agent(), "-Dthrottle.rate=5/s")).isZero();

            assertThat(server.arrivals()).hasSize(FILES).allMatch(AntGetIT::served);
            for (int i = 0; i < FILES; i++) {
                assertThat(folder.resolve("file" + i)).hasContent("served");
            }
        }
    }

    /** Else the test above would show nothing. */
    @Test
    void withoutTheAgentTheServerRefuses(@TempDir Path folder) throws Exception {
        try (LimitedServer server = LimitedServer.start("files", new HerokuLimit(5.2, 2), 0)) {
            Files.writeString(folder.resolve("build.xml"), buildFile(server));
            assertThat(ant(folder)).isNotZero();

            assertThat(server.arrivals()).anyMatch(arrival -> !served(arrival));
        }
    }

    private static boolean served(Arrival arrival) {
        return arrival.status() == 200;
    }

    private static String buildFile(LimitedServer server) {
        StringBuilder text = new StringBuilder("<project default=\"fetch\"><target name=\"fetch\">\n");
        for (int i = 0; i < FILES; i++) {
            text.append("<get src=\"").append(server.uri()).append("file").append(i);
            text.append("\" dest=\"file").append(i).append("\" retries=\"1\"/>\n");
        }
        return text.append("</target></project>\n").toString();
    }

    private static String agent() {
        String jar = System.getProperty("kit.agent", "../agent/dist/target/throttle-agent.jar");
        return "-javaagent:" + Path.of(jar).toAbsolutePath();
    }

    private static int ant(Path folder, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        String classPath = jarOf(Project.class) + File.pathSeparator + jarOf(Launcher.class);
        command.addAll(List.of("-cp", classPath, Launcher.class.getName(), "-f", "build.xml"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("THROTTLE_") || name.endsWith("JAVA_OPTIONS"));
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("Ant does not end:\n" + Files.readString(folder.resolve("output")));
        }
        return process.exitValue();
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
