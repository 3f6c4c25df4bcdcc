package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** G31: an agent that comes when the client has been made and used already. */
class AttachIT {
    private static final double INTERVAL_SECONDS = 0.2;

    @TestFactory
    Stream<DynamicNode> attached() {
        return Jdk.all().stream()
                .flatMap(jdk -> Clients.oneVersionEach(jdk).stream().map(client -> test(client, jdk)));
    }

    private static DynamicNode test(Client client, Jdk jdk) {
        KitCase kitCase = KitCase.of("G31", "a client in use when the agent is attached is paced from then on")
                .server(Stubs.open())
                .server(AttachingServer::new)
                .rule("rate", "5/s")
                .does("send", "GET /;GET {1}/{pid};GET /;GET /;GET /;GET /")
                .expect(AttachIT::pacedFromThenOn);
        return ContractRun.test(client, jdk, kitCase, () -> {
            KitRun.Result result =
                    KitRun.of(client, jdk, "attach").agentComesLater().run(List.of(kitCase));
            kitCase.check(result.outcome(kitCase.id));
        });
    }

    private static void pacedFromThenOn(Outcome outcome) {
        assertThat(outcome.statuses()).containsExactly(200, 200, 200, 200, 200, 200);
        outcome.arrived(5);
        List<Long> grants = outcome.log().grants(outcome.servers().get(0).port());
        assertThat(grants).as("grants after the agent has come").hasSize(4);
        assertThat((grants.get(3) - grants.get(0)) / 1e9)
                .as("seconds from the first grant to the last")
                .isGreaterThan(3 * INTERVAL_SECONDS - 0.01);
        assertThat(outcome.total("sent")).as("the agent's count").isEqualTo(4);
    }
}
