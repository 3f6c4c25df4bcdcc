package org.throttleagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.AgentLoadException;
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
    /** From the first to the last of four requests at 5/s it is 600 ms, less what the first may be late after its grant. */
    private static final long PACED_MILLIS = 400;

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
            assertThat(server.count()).isEqualTo(5);
            assertThat(server.millisSince(1)).as(run.err()).isGreaterThanOrEqualTo(PACED_MILLIS);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void attachedToARunningJvmItPacesFromTheNextRequest(Jdk jdk, @TempDir Path folder) throws Exception {
        attach(jdk, "Fetch", folder);
    }

    @ParameterizedTest(allowZeroInvocations = true)
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
                load(vm);
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
            assertThat(server.millisSince(4))
                    .as(Files.readString(folder.resolve("err")))
                    .isGreaterThanOrEqualTo(PACED_MILLIS);
        }
    }

    private static void load(VirtualMachine vm) throws Exception {
        try {
            vm.loadAgent(BuildFacts.agentJar().toString(), "throttle.rate=5/s");
        } catch (AgentLoadException e) {
            // how 8 says that all went well, which newer ones do not understand
            if (!"0".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    /** The application has few rights, so that they must not be what the agent goes by. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withSecurityManager")
    void underASecurityManagerItNeedsItsOwnGrant(Jdk jdk, @TempDir Path folder) throws IOException {
        try (StampingServer server = new StampingServer()) {
            Fork run = underASecurityManager(
                    jdk,
                    folder,
                    server,
                    "grant codeBase \"" + BuildFacts.agentJar().toUri()
                            + "\" { permission java.security.AllPermission; };");
            assertThat(server.count()).isEqualTo(4);
            assertThat(server.millisSince(0)).as(run.err()).isGreaterThanOrEqualTo(PACED_MILLIS);
            assertThat(run.err()).contains("event=woven").doesNotContain("agent_error", "could not start");
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withSecurityManager")
    void withoutAGrantItSaysSoAndTheApplicationRuns(Jdk jdk, @TempDir Path folder) throws IOException {
        try (StampingServer server = new StampingServer()) {
            Fork run = underASecurityManager(jdk, folder, server, "");
            assertThat(server.count()).isEqualTo(4);
            assertThat(run.err().lines().filter(line -> line.contains("throttle")))
                    .singleElement()
                    .asString()
                    .contains("could not start and does nothing")
                    .contains("access denied");
        }
    }

    private static Fork underASecurityManager(Jdk jdk, Path folder, StampingServer server, String grant)
            throws IOException {
        Path policy = folder.resolve("policy");
        Files.writeString(
                policy, "grant { permission java.net.SocketPermission \"*\", \"connect,resolve\"; };\n" + grant);
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
        return run;
    }
}
