package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.throttleagent.app.server.LimitedServer;
import org.throttleagent.app.server.NoLimit;

/** G36: a virtual thread that waits for the agent does not hold its carrier. */
class PinningIT {
    /** Since this release a thread that waits for a class to be initialised is not pinned either. */
    private static final int NOTHING_PINS = 26;

    @TestFactory
    Stream<DynamicTest> virtualThreads() {
        return Jdk.all().stream()
                .filter(jdk -> jdk.feature() >= 21)
                .flatMap(jdk -> Stream.of(Client.HTTP_URL_CONNECTION, "java-net-http", Client.OKHTTP)
                        .map(client -> DynamicTest.dynamicTest(
                                "G36 " + client + " pins no virtual thread on JDK " + jdk.feature(),
                                () -> check(jdk, client))));
    }

    private static void check(Jdk jdk, String client) throws Exception {
        try (LimitedServer server = LimitedServer.start("pinning", new NoLimit(), 0)) {
            AgentFork fork = AgentFork.withAgent(jdk, "pinning-" + client)
                    .okHttp("5.5.1")
                    .logged()
                    .rule(server.uri().getPort(), "rate=20/s");
            Path recording = fork.folder().resolve("pinned.jfr").toAbsolutePath();
            fork.option("-XX:StartFlightRecording:settings=none,filename=" + recording
                    + ",+jdk.VirtualThreadPinned#enabled=true,+jdk.VirtualThreadPinned#threshold=0ms"
                    + ",+jdk.VirtualThreadPinned#stackTrace=true");
            Fork run = fork.run("Load", client, server.uri().toString(), "virtual", "20", "3");
            assertThat(run.stdout().toString()).as("stderr: %s", run.stderr()).contains(" failed=0");
            assertThat(fork.log().lines())
                    .as("somebody waited")
                    .anyMatch(line -> line.field("event").equals("paced"));
            List<String> pinned = stacks(recording);
            if (jdk.feature() < NOTHING_PINS) {
                assertThat(pinned)
                        .as("the one that is pinned on purpose")
                        .anyMatch(stack -> stack.contains("kit.worker.Load"));
            }
            assertThat(pinned).noneMatch(PinningIT::isOurs);
        }
    }

    /** Whether a wait of ours pinned its thread. From 24 on the loading of a class is told too: it pins the first call only. */
    private static boolean isOurs(String stack) {
        return stack.contains("LockSupport.park")
                && (stack.contains("java.lang.ThrottleGate")
                        || stack.replace("org.throttleagent.app.", "")
                                .replace("org.throttleagent.kit.", "")
                                .contains("org.throttleagent."));
    }

    private static List<String> stacks(Path recording) throws IOException {
        return RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                .map(PinningIT::stack)
                .toList();
    }

    private static String stack(RecordedEvent event) {
        StringBuilder stack = new StringBuilder();
        if (event.getStackTrace() != null) {
            event.getStackTrace()
                    .getFrames()
                    .forEach(frame -> stack.append(frame.getMethod().getType().getName())
                            .append('.')
                            .append(frame.getMethod().getName())
                            .append(' '));
        }
        return stack.toString();
    }
}
