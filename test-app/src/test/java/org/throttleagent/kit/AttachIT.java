package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** G31: an agent that comes when the clients have been made and used already. */
class AttachIT {
    private static final int TIMES = 3;

    @TestFactory
    Stream<DynamicTest> attached() {
        return Jdk.all().stream()
                .map(jdk -> DynamicTest.dynamicTest(
                        "G31 clients in use when the agent is attached, on JDK " + jdk.feature(), () -> attach(jdk)));
    }

    private static void attach(Jdk jdk) throws Exception {
        try (KitServer server = Stubs.open().get()) {
            AgentFork fork = AgentFork.plain(jdk, "attach").okHttp("4.12.0");
            Path log = fork.folder().resolve("throttle.log").toAbsolutePath();
            Process process = new ProcessBuilder(fork.command(
                            "Calls",
                            "attach",
                            server.url() + "/",
                            Integer.toString(TIMES),
                            Client.HTTP_URL_CONNECTION,
                            "java-net-http",
                            Client.OKHTTP))
                    .redirectError(fork.folder().resolve("stderr").toFile())
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                int clients = 0;
                for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
                    assertThat(line)
                            .as("what comes before the agent")
                            .isNotNull()
                            .endsWith(" 200");
                    clients++;
                }
                List<Seen> before = server.seen();
                assertThat(before).hasSize(clients).hasSizeGreaterThan(1);

                VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
                load(
                        machine,
                        "throttle.rule.kit.match=127.0.0.1:" + server.port()
                                + ";throttle.rule.kit.rate=5/s;throttle.log.level=debug;throttle.log.file=" + log);
                machine.detach();
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();

                List<String> after = out.lines().toList();
                assertThat(after).hasSize(clients * TIMES).allMatch(line -> line.endsWith(" 200"));
                process.waitFor();
                List<Seen> paced = server.seen().subList(clients, server.seen().size());
                long[] grants = fork.log().events("sent", server.port()).stream()
                        .mapToLong(line -> line.number("at"))
                        .sorted()
                        .toArray();
                assertThat((grants[grants.length - 1] - grants[0]) / 1e9)
                        .as("seconds from the first grant to the last")
                        .isGreaterThan((paced.size() - 1) / 5.0 - 0.05);
                assertThat(fork.log().total("sent", server.port()))
                        .as("the agent's count")
                        .isEqualTo(paced.size());
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static void load(VirtualMachine machine, String settings) throws Exception {
        try {
            machine.loadAgent(KitRun.agentJar().toAbsolutePath().toString(), settings);
        } catch (AgentLoadException e) {
            // how 8 says that all went well, which newer ones do not understand
            if (!"0".equals(e.getMessage())) {
                throw e;
            }
        }
    }
}
