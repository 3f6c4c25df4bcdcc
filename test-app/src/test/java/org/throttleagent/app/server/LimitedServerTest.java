package org.throttleagent.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LimitedServerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void saysWhatItsLimitSaysAndRemembersWhoAsked() throws Exception {
        // time stands still, so nothing is refilled
        try (LimitedServer server = LimitedServer.start("heroku", new HerokuLimit(1, 1), 0, () -> 0)) {
            HttpResponse<String> served = send(get(server, "a"));
            HttpResponse<String> refused = send(get(server, "b"));

            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(served.body()).isEqualTo("served\n");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).isEqualTo("refused\n");
            assertThat(refused.headers().firstValue("RateLimit-Remaining")).hasValue("0");
            assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
            assertThat(server.arrivals()).extracting(Arrival::client).containsExactly("a", "b");
            assertThat(server.arrivals()).extracting(Arrival::refused).containsExactly(false, true);
            Arrival second = server.arrivalsOf("b").get(0);
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.method()).isEqualTo("GET");
            assertThat(second.path()).isEqualTo("/path");
            assertThat(second.clientPort())
                    .as("the connection is kept")
                    .isEqualTo(server.arrivals().get(0).clientPort());
            assertThat(second.nanoTime()).isBetween(server.arrivals().get(0).nanoTime(), System.nanoTime());
        }
    }

    @Test
    void datesEveryAnswer() throws Exception {
        try (LimitedServer server = LimitedServer.start("open", new NoLimit(), 0)) {
            String date = send(get(server, "a")).headers().firstValue("Date").orElseThrow();
            ZonedDateTime told = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            assertThat(Duration.between(told, ZonedDateTime.now(ZoneOffset.UTC)).abs())
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void answersPostAndHeadOnOneConnection() throws Exception {
        try (LimitedServer server = LimitedServer.start("open", new NoLimit(), 0)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.uri());
            assertThat(send(request.POST(BodyPublishers.ofByteArray(new byte[100_000]))
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(request.method("HEAD", BodyPublishers.noBody()).build())
                            .body())
                    .isEmpty();
            assertThat(server.arrivals()).extracting(Arrival::method).containsExactly("POST", "HEAD");
            assertThat(server.arrivals())
                    .extracting(Arrival::clientPort)
                    .containsOnly(server.arrivals().get(0).clientPort());
        }
    }

    @Test
    void keepsItsLimitAgainstManyAtOnce() throws Exception {
        try (LimitedServer server = LimitedServer.start("github", new GitHubLimit(30, 1), 0, () -> 0)) {
            List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(client.sendAsync(get(server, "many"), BodyHandlers.ofString()));
            }
            assertThat(calls.stream().filter(call -> call.join().statusCode() == 200))
                    .hasSize(30);
            assertThat(server.arrivalsOf("many").stream().filter(Arrival::refused))
                    .hasSize(70);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (LimitedServer first = LimitedServer.start("first", new NoLimit(), 0)) {
            int taken = first.uri().getPort();
            assertThatThrownBy(() -> LimitedServer.start("second", new NoLimit(), taken))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + taken);
        }
    }

    private static HttpRequest get(LimitedServer server, String userAgent) {
        return HttpRequest.newBuilder(server.uri().resolve("path?query"))
                .header("User-Agent", userAgent)
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }
}
