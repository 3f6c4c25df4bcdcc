package org.throttleagent.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.HttpCallers;
import org.throttleagent.app.client.Request;

/**
 * Runs the demo in a JVM of its own, without the agent, with so many requests that the limits are reached on a slow
 * machine too.
 */
class DemoTest {
    private static final Pattern ROW = Pattern.compile(
            "\"client\":\"([a-z-]+)\",\"server\":\"([a-z-]+)\",\"limit\":\"[^\"]+\",\"made\":200,\"arrived\":200,"
                    + "\"refusedByServer\":(\\d+),\"succeeded\":(\\d+),\"refused\":(\\d+),\"failed\":0");

    @Test
    void showsTheRefusalsToPrograms(@TempDir Path folder) throws Exception {
        String json = run(folder, 0, "--json", "--requests", "200");
        assertThat(json).hasLineCount(1).startsWith("{\"agentAttached\":false,\"requests\":200,\"threads\":4,");
        Matcher row = ROW.matcher(json);
        List<String> rows = new ArrayList<>();
        while (row.find()) {
            rows.add(row.group(1) + " " + row.group(2));
            int refusedByServer = Integer.parseInt(row.group(3));
            assertThat(row.group(5)).as("what the app got at %s", row.group()).isEqualTo(row.group(3));
            assertThat(Integer.parseInt(row.group(4)) + refusedByServer)
                    .as(row.group())
                    .isEqualTo(200);
            if (row.group(2).equals("open")) {
                assertThat(refusedByServer).isZero();
            } else {
                assertThat(refusedByServer).as(row.group()).isPositive();
            }
        }
        List<String> expected = new ArrayList<>();
        for (String client : List.of("http-url-connection", "java-net-http", "okhttp")) {
            for (String server : List.of("heroku-like", "github-like", "retry-seconds", "retry-date", "open")) {
                expected.add(client + " " + server);
            }
        }
        assertThat(rows).isEqualTo(expected);
    }

    @Test
    void showsTheRefusalsToPeopleOnOneScreen(@TempDir Path folder) throws Exception {
        String screen = run(folder, 0, "--requests", "200");
        assertThat(screen.lines()).hasSizeLessThanOrEqualTo(30).allMatch(line -> line.length() <= 100);
        assertThat(screen)
                .contains("No agent is attached (this JVM has no class java.lang.ThrottleGate).")
                .contains("java -javaagent:agent/dist/target/throttle-agent.jar -jar test-app/target/test-app.jar");
        Matcher all =
                Pattern.compile("(?m)^all +3000 +3000 +(\\d+) +(\\d+) +(\\d+)$").matcher(screen);
        assertThat(all.find()).as(screen).isTrue();
        assertThat(all.group(3)).isEqualTo(all.group(1)).isNotEqualTo("0");
    }

    @Test
    void saysThatTheAgentIsAttachedWhereItsGateIs(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("ThrottleGate.java");
        Files.writeString(source, "package java.lang; public final class ThrottleGate {}");
        Path patch = folder.resolve("patch");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--patch-module",
                        "java.base=" + folder,
                        "-d",
                        patch.toString(),
                        source.toString());
        assertThat(failed).isZero();
        List<String> command = command("--requests", "1");
        command.addAll(1, List.of("--patch-module", "java.base=" + patch));

        String screen = run(folder, 0, command);
        assertThat(screen.lines()).hasSizeLessThanOrEqualTo(30).allMatch(line -> line.length() <= 100);
        assertThat(screen)
                .contains("The agent is attached (this JVM has the class java.lang.ThrottleGate).")
                .contains("The servers refused 0 requests, and the application got 0 refusals.")
                .contains("-Dthrottle.rate=15/s");
    }

    @Test
    void refusesAnUnknownOption(@TempDir Path folder) throws Exception {
        assertThat(run(folder, 2, "--frobnicate")).as("stdout").isEmpty();
        assertThat(Files.readString(folder.resolve("err")))
                .startsWith("unknown option --frobnicate")
                .contains("usage:");
    }

    @Test
    @Timeout(60)
    void servesUntilItIsEnded() throws Exception {
        Process process = new ProcessBuilder(command("--server-only"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            assertThat(first).matches("heroku-like +20/s: bare 429 +http://127.0.0.1:\\d+/");
            URI uri = URI.create(first.substring(first.indexOf("http:")));
            try (HttpCaller caller = HttpCallers.open("http-url-connection")) {
                assertThat(caller.call(Request.get(uri)).header("RateLimit-Remaining"))
                        .isEqualTo("9");
            }
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs the demo and gives its stdout. */
    private static String run(Path folder, int expectedExit, String... options)
            throws IOException, InterruptedException {
        return run(folder, expectedExit, command(options));
    }

    private static String run(Path folder, int expectedExit, List<String> command)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(expectedExit);
            return Files.readString(out, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(options));
        return command;
    }
}
