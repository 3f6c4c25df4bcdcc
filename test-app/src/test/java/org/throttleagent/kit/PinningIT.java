package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** G36: a virtual thread that waits for the agent does not hold its carrier. */
class PinningIT {
    /** Since this release a thread that waits for a class to be initialised is not pinned either. */
    private static final int NOTHING_PINS = 26;

    @TestFactory
    Stream<DynamicNode> virtualThreads() {
        return Jdk.all().stream()
                .flatMap(jdk -> Clients.oneVersionEach(jdk).stream().map(client -> test(client, jdk)));
    }

    /** Threads that the application has pinned wait among others that need a carrier to go on. */
    @TestFactory
    Stream<DynamicNode> virtualThreadsInMonitors() {
        return Jdk.all().stream()
                .flatMap(jdk -> Clients.oneVersionEach(jdk).stream()
                        .map(client -> ContractRun.alone(
                                client,
                                jdk,
                                load("G36-monitors", "virtual threads that the application has pinned come through")
                                        .with("monitors", "yes")
                                        .expect(outcome -> assertThat(outcome.value("failures"))
                                                .isEqualTo(List.of())))));
    }

    private static KitCase load(String id, String title) {
        return KitCase.of(id, title)
                .not((it, on) -> on.feature() < Jdk.FIRST_WITH_VIRTUAL_THREADS, Jdk.NO_VIRTUAL_THREADS)
                .server(Stubs.open())
                .rule("rate", "20/s")
                .does("load", "GET /")
                .with("virtual", "yes")
                .with("threads", 20)
                .with("seconds", 3);
    }

    private static DynamicNode test(Client client, Jdk jdk) {
        KitCase kitCase =
                load("G36", "a virtual thread that waits is not pinned").with("pin", "yes");
        return ContractRun.test(client, jdk, kitCase, () -> {
            KitRun run = KitRun.of(client, jdk, kitCase.id);
            Path recording = run.folder().resolve("pinned.jfr").toAbsolutePath();
            run.option("-XX:StartFlightRecording:settings=none,filename=" + recording
                    + ",+jdk.VirtualThreadPinned#enabled=true,+jdk.VirtualThreadPinned#threshold=0ms"
                    + ",+jdk.VirtualThreadPinned#stackTrace=true");
            Outcome outcome = run.run(List.of(kitCase)).outcome(kitCase.id);
            assertThat(outcome.value("failures")).isEqualTo(List.of());
            outcome.checkCounts();
            assertThat(outcome.log().events("paced", outcome.servers().get(0).port()))
                    .as("somebody waited")
                    .isNotEmpty();
            check(stacks(recording), jdk);
        });
    }

    private static void check(List<String> pinned, Jdk jdk) {
        if (jdk.feature() < NOTHING_PINS) {
            assertThat(pinned)
                    .as("the one that is pinned on purpose")
                    .anyMatch(stack -> stack.contains("kit.worker.Load"));
        }
        assertThat(pinned).noneMatch(PinningIT::isOurs);
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
