package org.throttleagent.client.jdkhttpclient;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.throttleagent.client.jdkhttpclient.ScriptedThrottle.Decision.GO;
import static org.throttleagent.client.jdkhttpclient.ScriptedThrottle.Decision.HOLD;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After a refusal: what goes again, and what the application gets when nothing does. */
@Timeout(60)
class RetryTest {
    private static final int MANY = 100;

    private final HttpClient.Builder client = HttpClient.newBuilder();

    @SuppressWarnings("NullAway.Init") // by serve
    private StubServer server;

    private HttpRequest.Builder serve(StubServer.Script script) throws IOException {
        server = new StubServer(script);
        return HttpRequest.newBuilder(server.uri("/a"));
    }

    private static ScriptedThrottle throttle(int maxAttempts, ScriptedThrottle.Decision... script) {
        ScriptedThrottle throttle = new ScriptedThrottle(maxAttempts, script);
        WovenClient.use(throttle);
        return throttle;
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(WovenClient.failures()).isEmpty();
    }

    private static int refusedOnce(int number, HttpExchange exchange) {
        exchange.getResponseHeaders().add("Retry-After", "1");
        return number == 1 ? 429 : 200;
    }

    @Test
    void aRefusedRequestGoesAgainAndTheApplicationSeesTheSuccess() throws Exception {
        HttpRequest request = serve(RetryTest::refusedOnce).build();
        ScriptedThrottle throttle = throttle(2, GO, HOLD);

        CompletableFuture<HttpResponse<String>> answer = client.build().sendAsync(request, BodyHandlers.ofString());
        throttle.nextHeld().accept(null);

        assertThat(answer.get(20, SECONDS).body()).isEqualTo("answer 2");
        assertThat(answer.get().previousResponse().orElseThrow().statusCode()).isEqualTo(429);
        PacingTest.eventually(throttle, "finished");
        assertThat(throttle.diary())
                .containsExactly(
                        "sent GET /a",
                        "answered 429 after 1",
                        "hold /a",
                        "sent GET /a",
                        "answered 200 after 1",
                        "finished");
    }

    @Test
    void bodiesAreSentAgainAsTheyWere(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("body"), "body");
        byte[] body = {'b', 'o', 'd', 'y'};
        for (BodyPublisher publisher : List.of(
                BodyPublishers.ofString("body"),
                BodyPublishers.ofByteArray(body),
                BodyPublishers.ofByteArrays(List.of(body)),
                BodyPublishers.ofFile(file))) {
            HttpRequest request = serve(RetryTest::refusedOnce).POST(publisher).build();
            throttle(2);

            assertThat(client.build().send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            assertThat(server.seen())
                    .as(publisher.getClass().getName())
                    .extracting(StubServer.Seen::body)
                    .containsExactly("body", "body");
            server.close();
        }
    }

    @Test
    void aWaitDoesNotUseUpTheConnectTimeout() throws Exception {
        HttpRequest request = serve((number, exchange) -> {
                    exchange.getResponseHeaders().add("Connection", "close");
                    return refusedOnce(number, exchange);
                })
                .build();
        HttpClient impatient = client.connectTimeout(Duration.ofSeconds(1)).build();

        assertThat(sendHeldFor(1500, impatient, request).statusCode()).isEqualTo(200);
    }

    @Test
    void aWaitDoesNotUseUpTheRequestTimeout() throws Exception {
        HttpRequest request =
                serve(RetryTest::refusedOnce).timeout(Duration.ofSeconds(1)).build();

        assertThat(sendHeldFor(1500, client.build(), request).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> sendHeldFor(int millis, HttpClient client, HttpRequest request)
            throws Exception {
        ScriptedThrottle throttle = throttle(2, GO, HOLD);
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        var later = throttle.nextHeld();
        Executor afterAWhile = CompletableFuture.delayedExecutor(millis, MILLISECONDS);
        afterAWhile.execute(() -> later.accept(null));
        return answer.get(20, SECONDS);
    }

    @Test
    void beforeTheClientWouldGiveUpTheApplicationGetsTheRefusal() throws Exception {
        HttpRequest request = serve((number, exchange) -> 429).build();
        throttle(Runtime.version().feature() >= 26 ? 8 : MANY);

        HttpResponse<String> answer = client.build().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body())
                .as(
                        "five attempts in all up to 25, one of them kept for the client; then as many as the throttle wants")
                .isEqualTo(Runtime.version().feature() >= 26 ? "answer 8" : "answer 4");
    }

    @Test
    void cookiesAreSentOnceInEachAttempt() throws Exception {
        HttpRequest request = serve((number, exchange) -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "seen=" + number);
                    return number < 3 ? 429 : 200;
                })
                .build();
        throttle(3);

        HttpClient withCookies = client.cookieHandler(new CookieManager()).build();
        assertThat(withCookies.send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(server.seen())
                .extracting(StubServer.Seen::cookies)
                .containsExactly(List.of(), List.of("seen=1"), List.of("seen=2"));
    }

    @Test
    void credentialsStayKnown() throws Exception {
        HttpRequest request = serve((number, exchange) -> {
                    if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
                        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"here\"");
                        return 401;
                    }
                    return number < 4 ? 429 : 200;
                })
                .build();
        ScriptedThrottle throttle = throttle(MANY);
        HttpClient authenticated = client.authenticator(new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication("user", "secret".toCharArray());
                    }
                })
                .build();

        assertThat(authenticated.send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(throttle.diary())
                .filteredOn(entry -> entry.startsWith("answered"))
                .as("one challenge, whatever comes after")
                .containsExactly("answered 401", "answered 429", "answered 429", "answered 200");
    }

    @Test
    void aWebSocketIsNotOpenedAgain() throws Exception {
        serve((number, exchange) -> 429);
        ScriptedThrottle throttle = throttle(MANY);
        var uri = server.uri("/socket");

        assertThat(client.build()
                        .newWebSocketBuilder()
                        .buildAsync(
                                URI.create("ws://127.0.0.1:" + uri.getPort() + "/socket"), new WebSocket.Listener() {}))
                .failsWithin(Duration.ofSeconds(20));
        PacingTest.eventually(throttle, "finished");
        assertThat(throttle.diary()).containsExactly("sent GET /socket", "answered 429", "finished");
    }
}
