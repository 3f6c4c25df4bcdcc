package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The agent that is told to do nothing, or less, or that is broken. */
class ModesIT {
    @TestFactory
    Stream<DynamicNode> modes() {
        return Jdk.all().stream()
                .flatMap(jdk -> Clients.oneVersionEach(jdk).stream().flatMap(client -> tests(client, jdk)));
    }

    private static Stream<DynamicNode> tests(Client client, Jdk jdk) {
        Once<Outcome> plain = Once.of(() -> run(client, jdk, "G34-plain", null));
        return Stream.of(
                same(client, jdk, plain, "G34-off", "throttle.mode=off", "with mode off"),
                same(client, jdk, plain, "G34-disabled", "throttle.enabled=false", "switched off"),
                same(client, jdk, plain, "G35", "throttle.test.faulty-engine=1", "with an engine that always throws"),
                observe(client, jdk));
    }

    private static DynamicNode same(
            Client client, Jdk jdk, Once<Outcome> plain, String id, String option, String title) {
        KitCase named = KitCase.of(id, "the agent " + title + " changes nothing, to the byte");
        return ContractRun.test(client, jdk, named, () -> {
            Outcome outcome = run(client, jdk, id, option);
            assertThat(Comparison.calls(outcome)).isEqualTo(Comparison.calls(plain.get()));
            assertThat(Comparison.wire(outcome)).isEqualTo(Comparison.wire(plain.get()));
            assertThat(outcome.calls()).allMatch(call -> call.seconds() < 9, "nobody waits out the rule's 10 s");
        });
    }

    private static DynamicNode observe(Client client, Jdk jdk) {
        KitCase named = KitCase.of("G34-observe", "the agent that observes tells what it would do, and does not do it");
        return ContractRun.test(client, jdk, named, () -> {
            Outcome outcome = run(client, jdk, "G34-observe", "throttle.mode=observe");
            assertThat(outcome.statuses()).containsExactly(429, 200, 200, 200);
            assertThat(outcome.calls()).allMatch(call -> call.seconds() < 9, "nobody waits out the rule's 10 s");
            assertThat(outcome.log().lines())
                    .extracting(line -> line.field("event"))
                    .anyMatch(event -> event.startsWith("would_"));
            outcome.checkCounts();
        });
    }

    /** A refusal, then answers, under a rule that lets one request go in ten seconds. */
    private static Outcome run(Client client, Jdk jdk, String id, @Nullable String option) throws Exception {
        KitCase kitCase = KitCase.of("g34", "")
                .server(Stubs.answering(Stubs.refusal("9"), Stubs.fine()))
                .rule("rate", "0.1/s")
                .does("send", "GET /;POST / BYTES;POST / CHUNKED_STREAM;GET /");
        KitRun run = KitRun.of(client, jdk, id);
        if (option == null) {
            run.withoutAgent();
        } else {
            run.option("-D" + option);
        }
        return run.run(List.of(kitCase)).outcome("g34");
    }
}
