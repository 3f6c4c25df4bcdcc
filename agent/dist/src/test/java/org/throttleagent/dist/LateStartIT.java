package org.throttleagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent comes when the classes that it weaves are there already, or where it has few rights. */
class LateStartIT {
    /** What 5/s leaves between two requests, less what clocks and threads may be late. */
    private static final long PACED_MILLIS = 150;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    static List<Jdk> since11() {
        return Jdk.since11();
    }

    static List<Jdk> withSecurityManager() {
        return Jdk.all().stream().filter(jdk -> jdk.version() <= 17).toList();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void anotherAgentHasUsedTheClientBefore(Jdk jdk) throws IOException {
        try (StampingServer server = new StampingServer()) {
            Fork run = Fork.run(
                    jdk,
                    "java",
                    "-javaagent:" + Programs.jar() + "=" + server.url(),
                    "-javaagent:" + BuildFacts.agentJar(),
                    "-Dthrottle.rate=5/s",
                    "-cp",
                    Programs.jar().toString(),
                    "Fetch",
                    server.url(),
                    "4");
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(server.gapsMillis(1)).hasSize(3).allMatch(gap -> gap >= PACED_MILLIS);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void attachedToARunningJvmItPacesFromTheNextRequest(Jdk jdk, @TempDir Path folder) throws Exception {
        attach(jdk, "Fetch", folder);
    }

    @ParameterizedTest
    @MethodSource("since11")
    void attachedToARunningJvmItPacesJavaNetHttpFromTheNextRequest(Jdk jdk, @TempDir Path folder) throws Exception {
        attach(jdk, "FetchByJdkClient", folder);
    }

    private static void attach(Jdk jdk, String program, Path folder) throws Exception {
        try (StampingServer server = new StampingServer()) {
            ProcessBuilder builder = new ProcessBuilder(
                            jdk.tool("java").toString(),
                            "-cp",
                            Programs.jar().toString(),
                            program,
                            server.url(),
                            "4",
                            "again")
                    .redirectError(folder.resolve("err").toFile());
            Fork.clean(builder);
            Process process = builder.start();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(out.readLine()).isEqualTo("fetched");
                VirtualMachine vm = VirtualMachine.attach(Long.toString(process.pid()));
                vm.loadAgent(BuildFacts.agentJar().toString(), "throttle.rate=5/s");
                vm.detach();
                try (OutputStream in = process.getOutputStream()) {
                    in.write('\n');
                }
                assertThat(out.readLine()).isEqualTo("fetched again");
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(server.count()).isEqualTo(8);
            assertThat(server.gapsMillis(4))
                    .as(Files.readString(folder.resolve("err")))
                    .allMatch(gap -> gap >= PACED_MILLIS);
        }
    }

    /** The application's policy grants the agent nothing; the agent grants it to itself, but not to the application. */
    @ParameterizedTest
    @MethodSource("withSecurityManager")
    void aSecurityManagerDoesNotStopIt(Jdk jdk, @TempDir Path folder) throws IOException {
        Path policy = folder.resolve("policy");
        Files.writeString(policy, "grant { permission java.net.SocketPermission \"*\", \"connect,resolve\"; };\n");
        try (StampingServer server = new StampingServer()) {
            Fork run = Fork.run(
                    jdk,
                    "java",
                    "-Djava.security.manager",
                    "-Djava.security.policy==" + policy,
                    "-javaagent:" + BuildFacts.agentJar(),
                    "-Dthrottle.rate=5/s",
                    "-cp",
                    Programs.jar().toString(),
                    "Fetch",
                    server.url(),
                    "4");
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(server.gapsMillis(0)).as(run.err()).hasSize(3).allMatch(gap -> gap >= PACED_MILLIS);
            assertThat(run.err()).doesNotContain("agent_error", "could not start");
        }
    }
}
