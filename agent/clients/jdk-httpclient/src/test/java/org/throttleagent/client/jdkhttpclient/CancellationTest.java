package org.throttleagent.client.jdkhttpclient;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throttleagent.client.jdkhttpclient.ScriptedThrottle.Decision.GO;
import static org.throttleagent.client.jdkhttpclient.ScriptedThrottle.Decision.HOLD;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the application gives up during a wait: it gets the client's own exception, the place is given back, nothing is sent. */
@Timeout(60)
class CancellationTest {
    private final ScriptedThrottle throttle = new ScriptedThrottle(3, HOLD, HOLD);
    private final HttpClient client = HttpClient.newHttpClient();
    private StubServer server;
    private HttpRequest request;

    @BeforeEach
    void start() throws IOException {
        WovenClient.use(throttle);
        server = new StubServer((number, exchange) -> 429);
        request = HttpRequest.newBuilder(server.uri("/a")).build();
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(WovenClient.failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancelOfTheFuture(boolean mayInterrupt) throws Exception {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        Consumer<?> later = throttle.nextHeld();

        answer.cancel(mayInterrupt);

        assertThatThrownBy(() -> answer.get(20, SECONDS))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isInstanceOf(CancellationException.class),
                        thrown -> assertThat(thrown).hasCauseInstanceOf(CancellationException.class));
        nothingIsSent(later);
    }

    @Test
    void aTimeoutThatTheApplicationSets() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        answer.orTimeout(50, MILLISECONDS);
        Consumer<?> later = throttle.nextHeld();

        assertThatThrownBy(() -> answer.get(20, SECONDS)).hasCauseInstanceOf(TimeoutException.class);
        nothingIsSent(later);
    }

    @Test
    void interruptOfSend() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                client.send(request, BodyHandlers.ofString());
            } catch (Throwable e) {
                thrown.complete(e);
            }
        });
        caller.start();
        Consumer<?> later = throttle.nextHeld();

        caller.interrupt();

        assertThat(thrown.get(20, SECONDS)).isInstanceOf(InterruptedException.class);
        nothingIsSent(later);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void shutdownNow() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        Consumer<?> later = throttle.nextHeld();

        HttpClient.class.getMethod("shutdownNow").invoke(client);

        assertThatThrownBy(() -> answer.get(20, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
        nothingIsSent(later);
    }

    @Test
    void cancelBeforeARetry() throws Exception {
        ScriptedThrottle second = new ScriptedThrottle(3, GO, HOLD);
        WovenClient.use(second);
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        Consumer<?> later = second.nextHeld();

        answer.cancel(true);
        later.accept(null);

        PacingTest.eventually(second, "finished");
        assertThat(second.diary()).containsExactly("sent GET /a", "answered 429", "hold /a", "cancel", "finished");
        assertThat(server.seen()).hasSize(1);
    }

    /** The wait was cancelled, and a grant that comes too late is in vain. */
    private void nothingIsSent(Consumer<?> later) throws Exception {
        later.accept(null);
        PacingTest.eventually(throttle, "finished");
        assertThat(throttle.diary()).containsExactly("hold /a", "cancel", "finished");
        assertThat(server.seen()).isEmpty();
    }
}
