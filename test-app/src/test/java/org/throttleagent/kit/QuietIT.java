package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The agent is not heard but in its log, whatever the application has set for its own logging. */
class QuietIT {
    @TestFactory
    Stream<DynamicNode> quiet() {
        return Jdk.all().stream()
                .flatMap(jdk -> Clients.oneVersionEach(jdk).stream().map(client -> test(client, jdk)));
    }

    private static DynamicNode test(Client client, Jdk jdk) {
        KitCase kitCase = KitCase.of("L-quiet", "the application's own logging settings add no byte to stderr")
                .server(Stubs.answering(Stubs.refusal("1"), Stubs.fine()))
                .does("send", "GET /");
        return ContractRun.test(client, jdk, kitCase, () -> {
            KitRun.Result result = KitRun.of(client, jdk, "quiet")
                    .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace")
                    .option("-Dslf4j.provider=nonsense.Provider")
                    .option("-Dslf4j.internal.verbosity=DEBUG")
                    .option("-Dtinylog.level=trace")
                    .option("-Dtinylog.writer=console")
                    .option("-Dtinylog.configuration=nowhere.properties")
                    .classPath(applicationLogging())
                    .run(List.of(kitCase));
            assertThat(result.outcome("L-quiet").statuses()).containsExactly(200);
            assertThat(result.fork().stderr()).isEmpty();
            assertThat(result.fork().stdout())
                    .allMatch(line -> line.startsWith("{\"case\""), "is the worker's own report");
            assertThat(result.log().lines())
                    .isNotEmpty()
                    .allMatch(line -> line.text().contains(" throttle event="), "is in the agent's own format");
        });
    }

    /** What an application might have on its class path. */
    private static String applicationLogging() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "kit", "logging"));
        Files.writeString(
                folder.resolve("tinylog.properties"), "writer=console\nlevel=trace\nwriter.format=APP {message}\n");
        Files.writeString(
                folder.resolve("simplelogger.properties"),
                "org.slf4j.simpleLogger.defaultLogLevel=trace\norg.slf4j.simpleLogger.logFile=System.err\n");
        return folder.toString();
    }
}
