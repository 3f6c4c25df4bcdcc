package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;

/** B: what left the JVM is counted, whatever made it leave. The count itself is compared in every case. */
final class AccountingCases {
    private AccountingCases() {}

    static List<KitCase> all() {
        return List.of(
                answered("B7-plain", "a plain request", "GET /end", 1),
                answered("B7-redirect", "one redirect", "GET /start", 2),
                answered("B7-redirects", "two redirects", "GET /start2", 3),
                circle(),
                basic(),
                digest(),
                tunnel(),
                silentClose(),
                cache(),
                expect(),
                webSocket());
    }

    private static KitCase answered(String id, String title, String request, int arrivals) {
        return KitCase.of(id, title + " is counted as the server does")
                .server(Servers.redirecting())
                .does("send", request)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.arrived(arrivals);
                });
    }

    private static KitCase circle() {
        return KitCase.of("B7-circle", "a redirect in a circle is counted as the server does")
                .server(Servers.redirecting())
                .does("send", "GET /circle")
                .expect(outcome -> assertThat(outcome.seen())
                        .as("rounds until the client gives up; HttpClient 4 does when it sees an address again")
                        .hasSizeBetween(outcome.client().is(Client.HTTPCLIENT_4) ? 2 : 5, 22));
    }

    private static KitCase basic() {
        return KitCase.of("B7-basic", "a challenge and its answer are two requests: Basic")
                .server(Servers.challenging("Basic realm=\"kit\""))
                .does("send", "GET /")
                .with("credentials", "yes")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.arrived(2);
                });
    }

    private static KitCase digest() {
        return KitCase.of("B7-digest", "a challenge and its answer are two requests: Digest")
                .not(Client.JAVA_NET_HTTP, "java.net.http knows no Digest")
                .not(Client.OKHTTP, "OkHttp knows no Digest")
                .server(Servers.challenging("Digest realm=\"kit\", nonce=\"once\", qop=\"auth\""))
                .does("send", "GET /")
                .with("credentials", "yes")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.arrived(2);
                });
    }

    private static KitCase tunnel() {
        return KitCase.of("B7-tunnel", "a tunnel through a proxy that asks who we are is no request to the server")
                .server(() -> MockServer.https(Stubs.inTurn(WireMock.ok("fine"))))
                .server(TunnelProxy::new)
                .does("send", "GET /")
                .with("proxy", "{port1}")
                .with("credentials", "yes")
                .with("trust-all", "yes")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.arrived(1);
                    assertThat(outcome.seen(1)).extracting(Seen::method).containsOnly("CONNECT");
                    assertThat(outcome.log()
                                    .total("sent", outcome.servers().get(1).port()))
                            .as("what the agent counts for the proxy")
                            .isZero();
                });
    }

    private static KitCase silentClose() {
        return KitCase.of(
                        "B7-silent-close",
                        "what a client sends again on a new connection is counted as the server does")
                .server(() -> RawServer.of((number, request, socket) -> {
                    socket.getOutputStream().write(RawServer.answer("200 OK", "", "fine"));
                    return false;
                }))
                .does("send", "GET /")
                .with("repeat", 5)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsOnly(200);
                    outcome.arrived(5);
                });
    }

    private static KitCase cache() {
        return KitCase.of("B7-cache", "an answer from the client's cache is no request")
                .not(
                        Client.HTTP_URL_CONNECTION,
                        "the JDK brings no cache, only a place for one that serves the whole JVM")
                .not(Client.JAVA_NET_HTTP, "java.net.http has no cache")
                .server(Stubs.answering(WireMock.ok("fine").withHeader("Cache-Control", "max-age=60")))
                .rule("rate", "1/m")
                .does("send", "GET /")
                .with("repeat", 2)
                .with("cache", "target/kit/cache")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200, 200);
                    outcome.arrived(1);
                });
    }

    private static KitCase expect() {
        return KitCase.of("B7-expect", "100 Continue is no answer")
                .server(() -> RawServer.of((number, request, socket) -> {
                    socket.getOutputStream().write(RawServer.answer("200 OK", "", "fine"));
                    return true;
                }))
                .does("send", "POST / SIZED_STREAM")
                .with("headers", "Expect: 100-continue")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.arrived(1);
                    assertThat(outcome.seen().get(0).body()).isEqualTo("body of b7-expect");
                    assertThat(outcome.total("answered")).as("answers").isEqualTo(1);
                });
    }

    private static KitCase webSocket() {
        return KitCase.of("B7-web-socket", "the opening of a WebSocket is one request")
                .not(Client.HTTP_URL_CONNECTION, "HttpURLConnection has no WebSockets")
                .not(Client.HTTPCLIENT_4, "HttpClient 4 has no WebSockets")
                .not((client, jdk) -> client.isOkHttpBefore(3, 5), "OkHttp brings WebSockets since 3.5")
                .server(WebSockets::server)
                .does("web-socket", "GET /")
                .with("url", "{0}/")
                .expect(outcome -> {
                    assertThat(outcome.value("opened")).isEqualTo(true);
                    outcome.arrived(1);
                });
    }
}
