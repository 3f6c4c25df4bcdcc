package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** C: who is held up by a wait, and who is not. */
final class WaitingCases {
    private static final String NO_ASYNC = "HttpURLConnection has no asynchronous call";
    private static final String NO_ASYNC_4 = "HttpClient 4 has no asynchronous call; HttpAsyncClient is another client";

    private WaitingCases() {}

    static List<KitCase> all() {
        return List.of(returnsAtOnce(), noThread(), otherHost(), slots(), slotsOfFollowUps(), connections());
    }

    private static KitCase returnsAtOnce() {
        return waiting("C9", "starting a call returns at once while a wait of 4 s is due")
                .expect(outcome -> {
                    outcome.arrived(2);
                    outcome.grantsApart(4);
                    assertThat(outcome.seconds("longest-start")).isLessThan(1);
                });
    }

    private static KitCase noThread() {
        return waiting("C10", "no thread of the client waits in the agent while a wait of 4 s is due")
                .with("watch", "yes")
                .expect(outcome -> {
                    outcome.grantsApart(4);
                    assertThat(outcome.seconds("watched"))
                            .as("seconds for which threads were looked at")
                            .isGreaterThan(0.5);
                    assertThat(outcome.value("held")).as("threads that wait").isEqualTo(List.of());
                });
    }

    private static KitCase waiting(String id, String title) {
        return KitCase.of(id, title)
                .not(Client.HTTP_URL_CONNECTION, NO_ASYNC)
                .not(Client.HTTPCLIENT_4, NO_ASYNC_4)
                .server(Stubs.open())
                .rule("rate", "0.25/s")
                .does("async", "GET /")
                .with("warm", "GET {0}/");
    }

    private static KitCase otherHost() {
        return KitCase.of("C11", "another host's call goes while one host's calls wait")
                .not(Client.HTTP_URL_CONNECTION, NO_ASYNC)
                .not(Client.HTTPCLIENT_4, NO_ASYNC_4)
                .server(Stubs.open())
                .server(Stubs.open())
                .rule("rate", "0.25/s")
                .does("async", "GET /; GET {1}/")
                .with("warm", "GET {0}/")
                .expect(outcome -> {
                    outcome.grantsApart(4);
                    assertThat(outcome.seen(1).get(0).nanoTime())
                            .isLessThan(outcome.seen().get(1).nanoTime());
                });
    }

    private static KitCase slots() {
        return KitCase.of("C11-slots", "calls that wait for one host leave the dispatcher's slots to others")
                .not(Client.HTTP_URL_CONNECTION, NO_ASYNC)
                .not(Client.HTTPCLIENT_4, NO_ASYNC_4)
                .not(Client.JAVA_NET_HTTP, "java.net.http has no dispatcher with slots")
                .server(Stubs.answering(Stubs.refusal("10"), Stubs.fine()))
                .server(Stubs.open())
                .rule("retry", "off")
                .does("async", "GET /; GET /; GET /; GET /; GET /")
                .with("warm", "GET {0}/")
                .with("max-requests", 5)
                .with("then", "GET {1}/")
                .expect(WaitingCases::sixthBeforeTheOthers);
    }

    private static KitCase slotsOfFollowUps() {
        return KitCase.of("C11-follow-ups", "refused calls that wait leave the dispatcher's slots to others")
                .not(Client.HTTP_URL_CONNECTION, NO_ASYNC)
                .not(Client.HTTPCLIENT_4, NO_ASYNC_4)
                .not(Client.JAVA_NET_HTTP, "java.net.http has no dispatcher with slots")
                .server(WaitingCases::refusingFiveAtOnce)
                .server(Stubs.open())
                .rule("rate", "1000/s")
                .rule("burst", "10")
                .does("async", "GET /; GET /; GET /; GET /; GET /")
                .with("warm", "GET {1}/")
                .with("max-requests", 5)
                .with("then", "GET {1}/")
                .with("then-held", 5)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsOnly(200);
                    long sixth = outcome.seen(1).get(1).nanoTime();
                    List<Seen> seen = outcome.seen();
                    assertThat(sixth).isLessThan(seen.get(seen.size() - 5).nanoTime());
                });
    }

    /** Keeps its answers back until it has five requests, so that they are all refused. */
    private static KitServer refusingFiveAtOnce() {
        CountDownLatch five = new CountDownLatch(5);
        return RawServer.of((number, request, socket) -> {
            five.countDown();
            try {
                five.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return false;
            }
            socket.getOutputStream()
                    .write(
                            number < 5
                                    ? RawServer.answer("429 Too Many Requests", "Retry-After: 3\r\n", "not now")
                                    : RawServer.answer("200 OK", "", "fine"));
            return true;
        });
    }

    private static void sixthBeforeTheOthers(Outcome outcome) {
        assertThat(outcome.statuses()).startsWith(429).hasSize(7);
        assertThat(outcome.statuses().subList(1, 7)).containsOnly(200);
        outcome.waited(9.9);
        assertThat(outcome.seen(1).get(0).nanoTime())
                .as("the sixth call arrives before the five")
                .isLessThan(outcome.seen().get(1).nanoTime());
    }

    private static KitCase connections() {
        return KitCase.of("C12", "nobody holds a connection while waiting")
                .server(() -> RawServer.of((number, request, socket) -> {
                    socket.getOutputStream().write(RawServer.answer("200 OK", "", "fine"));
                    return true;
                }))
                .rule("rate", "1/s")
                .does("parallel", "GET /")
                .with("threads", 5)
                .expect(outcome -> {
                    outcome.arrived(5);
                    assertThat(outcome.seen().stream().map(Seen::connection).distinct())
                            .as(
                                    "connections of five callers a second apart; a cold client may be slow to give back the first")
                            .hasSizeLessThanOrEqualTo(2);
                });
    }
}
