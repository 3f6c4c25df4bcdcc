package org.throttleagent.client.jdkhttpclient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.throttleagent.client.jdkhttpclient.ScriptedThrottle.Decision.GO;
import static org.throttleagent.client.jdkhttpclient.ScriptedThrottle.Decision.HOLD;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** HTTP/2, begun by an upgrade in clear text. */
@Timeout(60)
class Http2Test {
    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_2).build();

    @BeforeEach
    void start() throws Exception {
        server.start();
        server.stubFor(any(urlPathEqualTo("/open")).willReturn(ok()));
        server.stubFor(any(urlPathEqualTo("/limited"))
                .inScenario("limited")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(429).withBody("not now"))
                .willSetStateTo("open"));
        server.stubFor(any(urlPathEqualTo("/limited"))
                .inScenario("limited")
                .whenScenarioStateIs("open")
                .willReturn(ok("now")));
    }

    @AfterEach
    void stop() {
        server.stop();
        assertThat(WovenClient.failures()).isEmpty();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    @Test
    void theUpgradeAndItsRequestAreOneAttempt() throws Exception {
        ScriptedThrottle throttle = new ScriptedThrottle(1);
        WovenClient.use(throttle);

        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri("/open")).build(), BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(Version.HTTP_2);
        PacingTest.eventually(throttle, "finished");
        assertThat(throttle.diary()).containsExactly("sent GET /open", "answered 200", "finished");
        server.verify(1, getRequestedFor(urlPathEqualTo("/open")));
    }

    @Test
    void aRefusedRequestGoesAgainWithItsBody() throws Exception {
        ScriptedThrottle throttle = new ScriptedThrottle(2, GO, GO, HOLD);
        WovenClient.use(throttle);
        client.send(HttpRequest.newBuilder(uri("/open")).build(), BodyHandlers.discarding());

        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                HttpRequest.newBuilder(uri("/limited"))
                        .POST(BodyPublishers.ofString("body"))
                        .build(),
                BodyHandlers.ofString());
        throttle.nextHeld().accept(null);

        assertThat(answer.get(20, SECONDS).version()).isEqualTo(Version.HTTP_2);
        assertThat(answer.get().body()).isEqualTo("now");
        server.verify(2, postRequestedFor(urlPathEqualTo("/limited")).withRequestBody(equalTo("body")));
    }
}
