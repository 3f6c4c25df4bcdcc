package org.throttleagent.client.jdkhttpclient;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throttleagent.client.jdkhttpclient.ScriptedThrottle.Decision.GO;
import static org.throttleagent.client.jdkhttpclient.ScriptedThrottle.Decision.HOLD;
import static org.throttleagent.client.jdkhttpclient.ScriptedThrottle.Decision.REJECT;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.throttleagent.gate.Throttle;

/** Before an attempt: whether it goes, waits or fails, and that each one on the wire is told of. */
@Timeout(60)
class PacingTest {
    private StubServer server;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer((number, exchange) -> {
            if (exchange.getRequestURI().getPath().equals("/moved")) {
                exchange.getResponseHeaders().add("Location", "/here");
                return 302;
            }
            return 200;
        });
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(WovenClient.failures()).isEmpty();
    }

    private ScriptedThrottle throttle(ScriptedThrottle.Decision... script) {
        ScriptedThrottle throttle = new ScriptedThrottle(1, script);
        WovenClient.use(throttle);
        return throttle;
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(server.uri(path)).build();
    }

    @Test
    void sendAsyncReturnsWhileTheAttemptIsHeld() throws Exception {
        ScriptedThrottle throttle = throttle(HOLD);

        CompletableFuture<HttpResponse<String>> answer =
                HttpClient.newHttpClient().sendAsync(get("/a"), BodyHandlers.ofString());
        var later = throttle.nextHeld();
        assertThat(answer).isNotDone();
        assertThat(server.seen()).isEmpty();
        later.accept(null);

        assertThat(answer.get(20, SECONDS).body()).isEqualTo("answer 1");
        assertThat(throttle.diary()).startsWith("hold /a", "sent GET /a", "answered 200");
    }

    @Test
    void redirectsAreAttemptsOfOneCall() throws Exception {
        ScriptedThrottle throttle = throttle(GO, HOLD);
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(get("/moved"), BodyHandlers.ofString());
        throttle.nextHeld().accept(null);

        assertThat(answer.get(20, SECONDS).statusCode()).isEqualTo(200);
        eventually(throttle, "finished");
        assertThat(throttle.diary())
                .containsExactly(
                        "sent GET /moved", "answered 302", "hold /here", "sent GET /here", "answered 200", "finished");
    }

    @Test
    void aRequestThatIsRejectedAtOnceFailsUnsent() {
        throttle(REJECT);

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(get("/a"), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class)
                .hasMessage("rejected by the throttle");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void aRequestThatIsRejectedLaterFailsUnsent() throws Exception {
        ScriptedThrottle throttle = throttle(HOLD);

        CompletableFuture<HttpResponse<String>> answer =
                HttpClient.newHttpClient().sendAsync(get("/a"), BodyHandlers.ofString());
        throttle.nextHeld().accept(new IOException("not any more"));

        assertThatThrownBy(answer::join).hasRootCauseMessage("not any more");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void attemptsWithoutAnAnswerHaveFailed() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        ScriptedThrottle throttle = throttle();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/x"))
                .build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
        eventually(throttle, "finished");
        assertThat(throttle.diary())
                .as("the client itself tries a second time")
                .containsExactly("sent GET /x", "failed", "sent GET /x", "failed", "finished");
    }

    @Test
    void anExecutorThatRunsTasksOnTheSpotDoesNotGetTheAgentsThread() throws Exception {
        ScriptedThrottle throttle = throttle(HOLD);
        HttpClient client = HttpClient.newBuilder().executor(Runnable::run).build();

        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(get("/a"), BodyHandlers.ofString());
        throttle.nextHeld().accept(null);

        assertThat(answer.get(20, SECONDS).statusCode()).isEqualTo(200);
        assertThat(throttle.sender()).isNotNull().isNotEqualTo(Thread.currentThread());
    }

    @Test
    void anExecutorThatIsShutDownMeanwhileFailsTheRequest() throws Exception {
        ScriptedThrottle throttle = throttle(HOLD);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        HttpClient client = HttpClient.newBuilder().executor(executor).build();

        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(get("/a"), BodyHandlers.ofString());
        var later = throttle.nextHeld();
        executor.shutdown();
        assertThat(executor.awaitTermination(20, SECONDS)).isTrue();
        later.accept(null);

        assertThatThrownBy(() -> answer.get(20, SECONDS)).hasRootCauseInstanceOf(RejectedExecutionException.class);
        assertThat(server.seen()).isEmpty();
        eventually(throttle, "cancel");
    }

    @Test
    void theRequestsOwnTimeoutIsTold() throws Exception {
        ScriptedThrottle throttle = throttle();
        HttpRequest request = HttpRequest.newBuilder(server.uri("/a"))
                .timeout(Duration.ofSeconds(7))
                .build();

        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

        assertThat(throttle.timeoutNanos()).isEqualTo(7_000_000_000L);
    }

    @Test
    void aThrottleThatIsBrokenLetsRequestsThrough() throws Exception {
        Throttle broken = () -> {
            throw new IllegalStateException("broken");
        };
        WovenClient.use(broken);

        HttpResponse<String> answer = HttpClient.newHttpClient().send(get("/a"), BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("answer 1");
        assertThat(WovenClient.failures()).isNotEmpty().allMatch(IllegalStateException.class::isInstance);
        WovenClient.failures().clear();
    }

    /** Waits for what the client does after the application has its answer. */
    static void eventually(ScriptedThrottle throttle, String entry) {
        long deadline = System.nanoTime() + SECONDS.toNanos(20);
        while (!throttle.diary().contains(entry)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("no '" + entry + "' in " + throttle.diary());
            }
            Thread.onSpinWait();
        }
    }
}
