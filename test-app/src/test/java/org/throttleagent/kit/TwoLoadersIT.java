package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** G32: two versions of a library in two class loaders of one JVM share one limit. */
class TwoLoadersIT {
    private static final int TIMES = 6;
    private static final String ONE_OF_IT = "it belongs to the JDK, so there is one of it in a JVM";

    private static final Map<String, Client> OTHERS = Map.of(
            Client.OKHTTP, Client.okHttp("3.14.9"),
            Client.HTTPCLIENT_4, Client.httpClient4("4.3"));

    @TestFactory
    Stream<DynamicNode> oneLimit() {
        return Jdk.all().stream()
                .flatMap(jdk -> Clients.oneVersionEach(jdk).stream().map(client -> test(client, jdk)));
    }

    private static DynamicNode test(Client client, Jdk jdk) {
        Client other = OTHERS.getOrDefault(client.id(), client);
        KitCase kitCase = KitCase.of("G32", "two versions in two class loaders share one limit")
                .not(Client.HTTP_URL_CONNECTION, ONE_OF_IT)
                .not(Client.JAVA_NET_HTTP, ONE_OF_IT)
                .server(Stubs.open())
                .rule("rate", "5/s")
                .does("two-loaders", "GET /")
                .with("url", "{0}/")
                .with("repeat", TIMES)
                .with("class-paths", client.classPath() + '|' + other.classPath())
                .expect(outcome -> {
                    assertThat(outcome.value("statuses")).isEqualTo(Collections.nCopies(2 * TIMES, 200));
                    outcome.arrived(2 * TIMES);
                    outcome.grantsApart(0.2);
                    assertThat(outcome.seen().stream().flatMap(it -> it.header("User-Agent").stream()))
                            .as("who was paced")
                            .anyMatch(it -> names(it, client))
                            .anyMatch(it -> names(it, other));
                    assertThat(outcome.log()
                                    .events("totals", outcome.servers().get(0).port()))
                            .as("keys of the port")
                            .hasSize(1);
                });
        return ContractRun.alone(client, jdk, kitCase);
    }

    /** Whether a {@code User-Agent} such as {@code okhttp/4.12.0} or {@code Apache-HttpClient/4.3 (java 1.5)} is this client's. */
    private static boolean names(String userAgent, Client client) {
        return userAgent.split(" ", -1)[0].endsWith("/" + client.version());
    }
}
