package org.throttleagent.kit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What mock servers answer. */
final class Stubs {
    private Stubs() {}

    /** A server that never refuses. */
    static Supplier<KitServer> open() {
        return answering(ok("fine"));
    }

    /** A server that gives these answers in turn, and the last one for ever. */
    static Supplier<KitServer> answering(ResponseDefinitionBuilder... answers) {
        return () -> MockServer.http(inTurn(answers));
    }

    static Consumer<WireMockServer> inTurn(ResponseDefinitionBuilder... answers) {
        return server -> {
            for (int i = 0; i < answers.length; i++) {
                String next = Integer.toString(Math.min(i + 1, answers.length - 1));
                server.stubFor(any(anyUrl())
                        .inScenario("in turn")
                        .whenScenarioStateIs(i == 0 ? STARTED : Integer.toString(i))
                        .willSetStateTo(answers.length == 1 ? STARTED : next)
                        .willReturn(answers[i]));
            }
        };
    }

    static ResponseDefinitionBuilder fine() {
        return ok("fine");
    }

    /** A bare refusal with a body. */
    static ResponseDefinitionBuilder refusal() {
        return aResponse().withStatus(429).withBody("not now");
    }

    /** A refusal that says for how many seconds. */
    static ResponseDefinitionBuilder refusal(String retryAfter) {
        return refusal().withHeader("Retry-After", retryAfter);
    }
}
