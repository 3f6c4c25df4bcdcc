package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;

/** F: what is sent again, and what is not. */
final class RetryCases {
    private RetryCases() {}

    static List<KitCase> all() {
        return List.of(
                resent("F22", "a refused GET", "GET /"),
                resent("F22-head", "a refused HEAD", "HEAD /"),
                resent("F23-bytes", "a refused POST of known bytes", "POST / BYTES")
                        .with("body-size", 70_000),
                sized(),
                chunked(),
                oneShot(),
                forever(),
                afterRedirect(),
                closing(),
                authenticated(),
                cookies(),
                ownRetry(),
                reused());
    }

    private static KitCase resent(String id, String what, String request) {
        return refusedOnce(id, what + " is sent again, the same to the byte")
                .does("send", request)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    same(outcome);
                });
    }

    private static KitCase refusedOnce(String id, String title) {
        return KitCase.of(id, title).server(Stubs.answering(Stubs.refusal("1"), Stubs.fine()));
    }

    private static void same(Outcome outcome) {
        outcome.arrived(2);
        outcome.waited(1);
        Seen first = outcome.seen().get(0);
        Seen second = outcome.seen().get(1);
        assertThat(second.method()).isEqualTo(first.method());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers()).isEqualTo(first.headers());
    }

    private static KitCase sized() {
        return refusedOnce("F23-sized", "a refused POST of a stream of known length is sent again")
                .not(Client.HTTP_URL_CONNECTION, "HttpURLConnection has written the stream away: F24-sized")
                .not(Client.JAVA_NET_HTTP, "java.net.http cannot say whether a publisher can be read again: F24-sized")
                .not((client, jdk) -> client.isOkHttpBefore(3, 14), "before 3.14 no OkHttp body can say so: F24-sized")
                .does("send", "POST / SIZED_STREAM")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    same(outcome);
                });
    }

    private static KitCase chunked() {
        return refusedOnce("F23-chunked", "a refused POST of a stream of unknown length is sent again")
                .not(Client.HTTP_URL_CONNECTION, "HttpURLConnection has written the stream away: F24-one-shot")
                .not(
                        Client.JAVA_NET_HTTP,
                        "java.net.http cannot say whether its supplier gives a new stream: F24-one-shot")
                .not(
                        (client, jdk) -> client.isOkHttpBefore(3, 14),
                        "before 3.14 no OkHttp body can say so: F24-one-shot")
                .does("send", "POST / CHUNKED_STREAM")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    same(outcome);
                });
    }

    private static KitCase oneShot() {
        return refusedOnce(
                        "F24", "a body that can be read once only is not sent again; the refusal is the application's")
                .does("send", "POST / ONE_SHOT")
                .expect(outcome -> {
                    outcome.arrived(1);
                    assertThat(outcome.statuses()).containsExactly(429);
                    assertThat(outcome.calls().get(0).body()).isEqualTo("not now");
                });
    }

    private static KitCase forever() {
        return KitCase.of("F25", "who is refused for ever gets the last refusal, after so many attempts and no more")
                .server(Stubs.answering(
                        Stubs.refusal("1"),
                        Stubs.refusal("1"),
                        Stubs.refusal("1").withBody("the third"),
                        Stubs.fine()))
                .rule("retry.max-attempts", "3")
                .does("send", "GET /;GET /")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(429, 200);
                    assertThat(outcome.calls().get(0).body()).isEqualTo("the third");
                    outcome.arrived(4);
                });
    }

    private static KitCase afterRedirect() {
        return KitCase.of("F26", "what a redirect led to is sent again when it is refused")
                .server(Stubs.answering(WireMock.temporaryRedirect("/end"), Stubs.refusal("1"), Stubs.fine()))
                .does("send", "GET /start")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    assertThat(outcome.seen()).extracting(Seen::path).containsExactly("/start", "/end", "/end");
                });
    }

    private static KitCase closing() {
        return KitCase.of("F27", "a refusal that closes the connection leaves the time for connecting whole")
                .server(Stubs.answering(Stubs.refusal("2").withHeader("Connection", "close"), Stubs.fine()))
                .does("send", "GET /")
                .with("connect-timeout", 1000)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.waited(2);
                });
    }

    private static KitCase authenticated() {
        return KitCase.of("F28", "a request that is sent again still says who is asking, once")
                .server(Servers.challengingThenRefusing("Basic realm=\"kit\""))
                .does("send", "GET /")
                .with("credentials", "yes")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    List<Seen> seen = outcome.seen();
                    assertThat(seen.get(seen.size() - 1).header("Authorization"))
                            .hasSize(1);
                });
    }

    private static KitCase cookies() {
        return refusedOnce("F28-headers", "a request that is sent again has no header twice")
                .does("send", "GET /")
                .with("headers", "Cookie: a=b|X-Custom: it")
                .expect(outcome -> {
                    same(outcome);
                    assertThat(outcome.seen().get(1).header("Cookie")).containsExactly("a=b");
                    assertThat(outcome.seen().get(1).header("X-Custom")).containsExactly("it");
                });
    }

    private static KitCase ownRetry() {
        return KitCase.of("F29", "the client's own retry and the agent's together stay within max-attempts")
                .server(Stubs.answering(Stubs.refusal("0").withStatus(503)))
                .rule("retry.max-attempts", "3")
                .does("send", "GET /")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(503);
                    assertThat(outcome.seen()).hasSizeBetween(1, 4);
                });
    }

    private static KitCase reused() {
        return KitCase.of("F30", "a request object that the application uses again is paced and sent again as ever")
                .not(Client.HTTP_URL_CONNECTION, "an HttpURLConnection serves one request")
                .server(Stubs.answering(Stubs.refusal("1"), Stubs.fine(), Stubs.refusal("1"), Stubs.fine()))
                .does("reuse", "GET /")
                .with("url", "{0}/")
                .with("repeat", 3)
                .expect(outcome -> {
                    assertThat(outcome.value("statuses")).isEqualTo(List.of(200, 200, 200));
                    outcome.arrived(5);
                });
    }
}
