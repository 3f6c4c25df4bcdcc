package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A: when requests leave. */
final class PacingCases {
    private PacingCases() {}

    static List<KitCase> all() {
        return List.of(pace(), twoHosts(), manyThreads(), multiplexed(), burst(), pathAfterRedirect());
    }

    private static KitCase pace() {
        return KitCase.of("A1", "requests arrive no faster than the rule")
                .server(Stubs.open())
                .rule("rate", "10/s")
                .does("send", "GET /")
                .with("repeat", 11)
                .expect(outcome -> {
                    outcome.arrived(11);
                    assertThat(outcome.statuses()).containsOnly(200);
                    outcome.grantsApart(0.1);
                });
    }

    private static KitCase twoHosts() {
        return KitCase.of("A2", "a slow host does not slow another one")
                .server(Stubs.open())
                .server(Stubs.open())
                .rule("rate", "1/s")
                .does("send", "GET /; GET {1}/; GET {1}/; GET {1}/; GET /")
                .expect(outcome -> {
                    outcome.grantsApart(1);
                    assertThat(outcome.seen(1)).hasSize(3);
                    assertThat(outcome.seen(1).get(2).nanoTime())
                            .as("the other host's last request comes before the slow one's second")
                            .isLessThan(outcome.seen().get(1).nanoTime());
                });
    }

    private static KitCase manyThreads() {
        return KitCase.of("A3", "fifty threads do not overshoot")
                .server(Stubs.open())
                .rule("rate", "50/s")
                .does("parallel", "GET /")
                .with("threads", 50)
                .with("repeat", 2)
                .expect(outcome -> {
                    outcome.arrived(100);
                    outcome.grantsApart(0.02);
                });
    }

    private static KitCase multiplexed() {
        return KitCase.of("A4", "requests that share one HTTP/2 connection are paced like any others")
                .not(Client.HTTP_URL_CONNECTION, "HttpURLConnection speaks HTTP/1.1 only")
                .not(Client.HTTPCLIENT_4, "HttpClient 4 speaks HTTP/1.1 only")
                .not(
                        (client, jdk) -> client.isOkHttpBefore(3, 14),
                        "OkHttp 3.4 speaks HTTP/2 only where its own ALPN library is on the boot class path")
                .server(() -> MockServer.https(Stubs.inTurn(Stubs.fine())))
                .rule("rate", "4/s")
                .does("async", "GET /;GET /;GET /;GET /")
                .with("trust-all", "yes")
                .with("warm", "GET {0}/")
                .expect(outcome -> {
                    outcome.arrived(5);
                    assertThat(outcome.calls()).extracting(Call::protocol).containsOnly("HTTP/2");
                    outcome.grantsApart(0.25);
                });
    }

    private static KitCase burst() {
        return KitCase.of("A5", "a burst goes at once, and no more than that")
                .server(Stubs.open())
                .rule("rate", "2/s")
                .rule("burst", "2")
                .does("send", "GET /")
                .with("repeat", 4)
                .expect(outcome -> {
                    outcome.arrived(4);
                    List<Seen> seen = outcome.seen();
                    assertThat(outcome.calls().get(1).seconds())
                            .as("seconds of the second call, which is within the burst")
                            .isLessThan(0.5);
                    assertThat((seen.get(3).nanoTime() - seen.get(0).nanoTime()) / 1e9)
                            .as("seconds from the first to the fourth request")
                            .isGreaterThan(0.95);
                });
    }

    private static KitCase pathAfterRedirect() {
        return KitCase.of("A6", "a rule for a path holds for what a redirect leads to")
                .server(Servers.redirecting())
                .rule("match", "127.0.0.1:{port0}/end")
                .rule("rate", "1/s")
                .does("send", "GET /start")
                .with("repeat", 2)
                .expect(outcome -> {
                    outcome.arrived(4);
                    List<Long> ends = outcome
                            .log()
                            .events("sent", outcome.servers().get(0).port())
                            .stream()
                            .filter(line -> line.field("rule").equals("a6"))
                            .map(line -> line.number("at"))
                            .toList();
                    assertThat(ends).as("grants under the path's rule").hasSize(2);
                    assertThat((ends.get(1) - ends.get(0)) / 1e9)
                            .as("seconds between them")
                            .isGreaterThan(0.98);
                });
    }
}
