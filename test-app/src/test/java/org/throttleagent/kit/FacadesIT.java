package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Libraries that ride on the clients: each request is counted once, and sent again when it is refused. */
class FacadesIT {
    /** Which client each rides on. */
    private static final Map<String, Client> FACADES = Map.of(
            "rest-template", Clients.HTTP_URL_CONNECTION,
            "feign", Clients.HTTP_URL_CONNECTION,
            "google", Clients.HTTP_URL_CONNECTION,
            "retrofit", Clients.OKHTTP);

    @TestFactory
    Stream<DynamicNode> facades() {
        return Jdk.all().stream()
                .flatMap(jdk -> FACADES.keySet().stream().sorted().map(name -> test(name, jdk)));
    }

    private static DynamicNode test(String name, Jdk jdk) {
        KitCase kitCase = KitCase.of("B8-" + name, name + "'s request is counted once, and sent again when refused")
                .server(Stubs.answering(Stubs.refusal("1"), Stubs.fine()))
                .does(name, "GET /")
                .with("url", "{0}/")
                .expect(outcome -> {
                    assertThat(outcome.value("status")).isEqualTo(200);
                    outcome.arrived(2);
                    outcome.waited(1);
                });
        Client client = FACADES.getOrDefault(name, Clients.OKHTTP);
        return ContractRun.test(client, jdk, kitCase, () -> {
            KitRun run = KitRun.of(client, jdk, kitCase.id);
            Client.jarsIn(Path.of("target", "kit-libs", "facades")).forEach(run::classPath);
            Outcome outcome = run.run(List.of(kitCase)).outcome(kitCase.id);
            kitCase.check(outcome);
            outcome.checkCounts();
        });
    }
}
