package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Libraries that ride on the clients: each request is counted once, and sent again when it is refused. */
class FacadesIT {
    /** Which client each rides on. */
    private static final Map<String, Client> FACADES = new TreeMap<>(Map.of(
            "rest-template", Clients.HTTP_URL_CONNECTION,
            "feign", Clients.HTTP_URL_CONNECTION,
            "google", Clients.HTTP_URL_CONNECTION,
            "retrofit", Clients.OKHTTP,
            "rest-template-4", Clients.HTTPCLIENT_4,
            "feign-4", Clients.HTTPCLIENT_4,
            "google-4", Clients.HTTPCLIENT_4,
            "unirest-3", Clients.HTTPCLIENT_4));

    /** Those that sign their requests, and send them again by themselves. */
    private static final Map<String, Client> SIGNING =
            new TreeMap<>(Map.of("aws-1", Clients.HTTPCLIENT_4, "aws-2", Clients.HTTPCLIENT_4));

    private static final String IDENTITY = "<GetCallerIdentityResponse><GetCallerIdentityResult>"
            + "<Arn>arn</Arn><UserId>user</UserId><Account>123</Account></GetCallerIdentityResult>"
            + "<ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></GetCallerIdentityResponse>";
    private static final String THROTTLED = "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code>"
            + "<Message>Rate exceeded</Message></Error><RequestId>id</RequestId></ErrorResponse>";

    @TestFactory
    Stream<DynamicNode> facades() {
        return Jdk.oldestOwnAndNewest().stream()
                .flatMap(jdk -> FACADES.entrySet().stream()
                        .map(facade -> test(refused(facade.getKey()), facade.getValue(), jdk)));
    }

    @TestFactory
    Stream<DynamicNode> signingFacades() {
        return Jdk.oldestOwnAndNewest().stream()
                .flatMap(jdk -> SIGNING.entrySet().stream()
                        .map(facade -> test(refusedSigned(facade.getKey()), facade.getValue(), jdk)));
    }

    private static KitCase refused(String name) {
        return KitCase.of("B8-" + name, name + "'s request is counted once, and sent again when refused")
                .server(Stubs.answering(Stubs.refusal("1"), Stubs.fine()))
                .does(name, "GET /")
                .with("url", "{0}/")
                .expect(outcome -> {
                    assertThat(outcome.value("status")).isEqualTo(200);
                    outcome.arrived(2);
                    outcome.waited(1);
                });
    }

    private static KitCase refusedSigned(String name) {
        return KitCase.of("B8-" + name, name + "'s request is paced, and sent again by nobody but itself")
                .server(Stubs.answering(Stubs.refusal("2").withBody(THROTTLED), WireMock.ok(IDENTITY)))
                .does(name, "POST /")
                .with("url", "{0}")
                .expect(outcome -> {
                    assertThat(outcome.value("account")).isEqualTo("123");
                    outcome.arrived(2);
                    outcome.waited(2);
                    assertThat(outcome.total("resent")).as("by the agent").isZero();
                    assertThat(outcome.seen().stream().flatMap(it -> it.header("Authorization").stream()))
                            .as("signatures")
                            .hasSize(2)
                            .allMatch(it -> it.startsWith("AWS4-HMAC-SHA256 "));
                });
    }

    private static DynamicNode test(KitCase kitCase, Client client, Jdk jdk) {
        return ContractRun.test(client, jdk, kitCase, () -> {
            KitRun run = KitRun.of(client, jdk, kitCase.id);
            Client.jarsIn(Path.of("target", "kit-libs", "facades")).forEach(run::classPath);
            Outcome outcome = run.run(List.of(kitCase)).outcome(kitCase.id);
            kitCase.check(outcome);
            outcome.checkCounts();
        });
    }
}
