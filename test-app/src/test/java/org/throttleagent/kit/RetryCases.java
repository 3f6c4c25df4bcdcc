package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** F: what is sent again, and what is not. */
final class RetryCases {
    private static final Pattern NONCE_USE = Pattern.compile("\\b(nonce=\"[^\"]*\"|nc=[0-9a-f]+)");

    private RetryCases() {}

    static List<KitCase> all() {
        return List.of(
                resent("F22", "a refused GET", "GET /"),
                resent("F22-head", "a refused HEAD", "HEAD /"),
                resentOverTls(),
                forever(),
                afterRedirect(),
                closing(),
                authenticated(),
                digest(),
                cookies(),
                ownRetry(),
                reused());
    }

    private static KitCase resent(String id, String what, String request) {
        return refusedOnce(id, what + " is sent again, the same to the byte")
                .does("send", request)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.sentAgain(1);
                });
    }

    private static KitCase resentOverTls() {
        return KitCase.of("F22-https", "a refused GET over TLS is sent again")
                .server(() -> MockServer.https(Stubs.inTurn(Stubs.refusal("1"), Stubs.fine())))
                .does("send", "GET /")
                .with("trust-all", "yes")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.sentAgain(1);
                });
    }

    private static KitCase refusedOnce(String id, String title) {
        return KitCase.of(id, title).server(Stubs.answering(Stubs.refusal("1"), Stubs.fine()));
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

    /** The JDK's own Digest counts the uses of a nonce (RFC 7616, section 3.4: {@code nc}), which a server may insist on. */
    private static KitCase digest() {
        return KitCase.of("F28-digest", "a request that is sent again uses a Digest nonce with a count of its own")
                .not(Client.JAVA_NET_HTTP, "java.net.http knows no Digest")
                .not(Client.OKHTTP, "OkHttp knows no Digest")
                .server(Servers.challengingThenRefusing("Digest realm=\"kit\", nonce=\"n{n}\", qop=\"auth\""))
                .does("send", "GET /")
                .with("credentials", "yes")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    List<String> answers = outcome.seen().stream()
                            .flatMap(it -> it.header("Authorization").stream())
                            .toList();
                    assertThat(answers).as("answers to the challenge").hasSizeGreaterThanOrEqualTo(2);
                    assertThat(answers.stream().map(RetryCases::nonceUse))
                            .as("nonce and count of each")
                            .allMatch(use -> use.size() == 2)
                            .doesNotHaveDuplicates();
                    assertThat(outcome.seen().get(outcome.seen().size() - 1).header("Authorization"))
                            .hasSize(1);
                });
    }

    private static List<String> nonceUse(String authorization) {
        return NONCE_USE
                .matcher(authorization)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static KitCase cookies() {
        return refusedOnce("F28-headers", "a request that is sent again has no header twice")
                .does("send", "GET /")
                .with("headers", "Cookie: a=b|X-Custom: it")
                .expect(outcome -> {
                    outcome.sentAgain(1);
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
