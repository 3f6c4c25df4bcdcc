package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** D: how a wait ends when it does not end by itself, and the clients' own timeouts. */
final class EndingCases {
    private EndingCases() {}

    static List<KitCase> all() {
        return List.of(
                cancel(),
                abort(),
                interrupt(),
                interruptAsync(),
                close(),
                shutdown(),
                connectTimeout(),
                responseTimeout(),
                callTimeout(),
                tooLong(),
                send());
    }

    private static KitCase cancel() {
        return ended("D13", "a cancelled call ends at once, is not sent, and gives its place back")
                .not(Client.HTTP_URL_CONNECTION, "HttpURLConnection has no call to cancel")
                .not(Client.HTTPCLIENT_4, "HttpClient 4 has requests to abort instead: D13-abort")
                .does("cancel", "GET /;GET /;GET /")
                .expect(outcome -> {
                    endedWithoutSending(outcome);
                    assertThat(outcome.calls().get(1).exception()).containsPattern("Cancel");
                });
    }

    private static KitCase abort() {
        return ended("D13-abort", "an aborted request ends at once, is not sent, and gives its place back")
                .not((client, jdk) -> !client.is(Client.HTTPCLIENT_4), "only HttpClient 4 has requests to abort: D13")
                .does("abort", "GET /")
                .with("url", "{0}/")
                .expect(outcome -> {
                    outcome.arrived(2);
                    assertThat(outcome.value("statuses")).isEqualTo(List.of(200, 200));
                    assertThat(outcome.value("aborted").toString())
                            .startsWith("org.apache.http.impl.execchain.RequestAbortedException");
                    assertThat(outcome.seconds("ended-after")).isLessThan(1.5);
                    outcome.grantsApart(4);
                });
    }

    private static KitCase interrupt() {
        return ended("D14", "an interrupted call ends at once with the client's own exception, and is not sent")
                .does("interrupt", "GET /;GET /;GET /")
                .expect(outcome -> {
                    endedWithoutSending(outcome);
                    boolean jdk = outcome.client().is(Client.JAVA_NET_HTTP);
                    assertThat(outcome.calls().get(1).exception()).startsWith(interruptedException(outcome.client()));
                    assertThat(outcome.value("flag"))
                            .as("the interrupt flag, which InterruptedException takes the place of")
                            .isEqualTo(!jdk);
                });
    }

    private static String interruptedException(Client client) {
        if (client.is(Client.HTTPCLIENT_4)) {
            return "org.apache.http.impl.execchain.RequestAbortedException";
        }
        return client.is(Client.JAVA_NET_HTTP) ? "java.lang.InterruptedException" : "java.io.InterruptedIOException";
    }

    /** OkHttp's follow-ups are the one wait of an asynchronous call that has a thread. */
    private static KitCase interruptAsync() {
        return KitCase.of("D14-async", "an asynchronous call whose waiting thread is interrupted ends at once, unsent")
                .not(Client.HTTP_URL_CONNECTION, "HttpURLConnection has no asynchronous call")
                .not(Client.HTTPCLIENT_4, "HttpClient 4 has no asynchronous call")
                .not(
                        Client.JAVA_NET_HTTP,
                        "no thread waits for an asynchronous call of java.net.http, so none can be interrupted: C10")
                .server(Stubs.answering(Stubs.refusal("8"), Stubs.fine()))
                .does("interrupt-async", "GET /")
                .expect(outcome -> {
                    outcome.arrived(1);
                    assertThat(outcome.calls().get(0).exception()).startsWith("java.io.InterruptedIOException");
                    assertThat(outcome.seconds("ended-after")).isLessThan(1.5);
                });
    }

    private static KitCase shutdown() {
        return KitCase.of("D15-now", "a call that waits while its client is shut down at once ends at once, unsent")
                .not(Client.HTTP_URL_CONNECTION, "HttpURLConnection has no client object to shut down")
                .not(
                        Client.OKHTTP,
                        "OkHttp's client can only be told to take no more calls: D15, or to interrupt: D14-async")
                .not(
                        (client, jdk) -> client.is(Client.JAVA_NET_HTTP) && jdk.feature() < 21,
                        "java.net.http's client can be shut down since Java 21")
                .server(Stubs.open())
                .rule("rate", "0.25/s")
                .does("shutdown", "GET /;GET /")
                .with("url", "{0}/")
                .expect(outcome -> {
                    outcome.arrived(1);
                    assertThat(outcome.value("first")).isEqualTo(200);
                    assertThat(outcome.value("ended-early")).isEqualTo(false);
                    boolean closed = outcome.client().is(Client.HTTPCLIENT_4);
                    assertThat(outcome.value("second").toString())
                            .startsWith(closed ? "java.lang.IllegalStateException" : "java.io.IOException");
                    assertThat(outcome.seconds("ended-after")).isLessThan(1.5);
                });
    }

    private static KitCase ended(String id, String title) {
        return KitCase.of(id, title).server(Stubs.open()).rule("rate", "0.25/s");
    }

    private static void endedWithoutSending(Outcome outcome) {
        outcome.arrived(2);
        assertThat(outcome.statuses()).containsExactly(200, 0, 200);
        assertThat(outcome.seconds("ended-after")).isLessThan(1.5);
        outcome.grantsApart(4);
        assertThat(outcome.calls().get(2).seconds())
                .as("seconds of the call that takes the place of the ended one")
                .isLessThan(6);
    }

    private static KitCase close() {
        return KitCase.of("D15", "a call that waits while its client is closed comes to an end")
                .not(Client.HTTP_URL_CONNECTION, "HttpURLConnection has no client object to close")
                .not(
                        (client, jdk) -> client.is(Client.JAVA_NET_HTTP) && jdk.feature() < 21,
                        "java.net.http's client can be closed since Java 21")
                .server(Stubs.open())
                .rule("rate", "0.25/s")
                .does("close", "GET /;GET /")
                .expect(outcome -> {
                    assertThat(outcome.value("ended")).isEqualTo(true);
                    assertThat(outcome.values()).doesNotContainKey("too-early");
                });
    }

    private static KitCase connectTimeout() {
        return KitCase.of("D16", "a wait does not use up the time for connecting")
                .server(Stubs.open())
                .rule("rate", "0.5/s")
                .does("send", "GET /;GET /")
                .with("connect-timeout", 1000)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200, 200);
                    outcome.grantsApart(2);
                });
    }

    private static KitCase responseTimeout() {
        return KitCase.of("D16-response", "a wait does not use up the time for the answer")
                .not(
                        Client.JAVA_NET_HTTP,
                        "java.net.http knows one time for the whole exchange only; a wait is kept shorter than that: D17")
                .server(Stubs.open())
                .rule("rate", "0.25/s")
                .does("send", "GET /;GET /")
                .with("response-timeout", 3000)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200, 200);
                    outcome.grantsApart(4);
                });
    }

    private static KitCase callTimeout() {
        return KitCase.of("D17", "a wait longer than the time for the whole call is not begun")
                .not(Client.HTTP_URL_CONNECTION, "HttpURLConnection has no time for the whole call")
                .not(Client.HTTPCLIENT_4, "HttpClient 4 has no time for the whole call")
                .not((client, jdk) -> client.isOkHttpBefore(3, 12), "OkHttp has callTimeout since 3.12")
                .server(Stubs.open())
                .rule("rate", "0.1/s")
                .does("send", "GET /;GET /")
                .with("call-timeout", 4000)
                .expect(outcome -> {
                    outcome.arrived(1);
                    assertThat(outcome.statuses()).containsExactly(200, 0);
                    assertThat(outcome.calls().get(1).seconds()).isLessThan(2.5);
                });
    }

    private static KitCase tooLong() {
        return KitCase.of("D18", "a wait longer than max-wait fails at once and says why")
                .server(Stubs.open())
                .rule("rate", "0.1/s")
                .rule("max-wait", "3s")
                .does("send", "GET /;GET /")
                .expect(outcome -> {
                    outcome.arrived(1);
                    assertThat(outcome.statuses()).containsExactly(200, 0);
                    assertThat(outcome.calls().get(1).seconds()).isLessThan(1.5);
                    assertThat(outcome.calls().get(1).exceptions().toString()).contains("max-wait");
                });
    }

    private static KitCase send() {
        return KitCase.of("D18-send", "a wait longer than max-wait is skipped where the rule says so")
                .server(Stubs.open())
                .rule("rate", "0.1/s")
                .rule("max-wait", "3s")
                .rule("on-max-wait", "send")
                .does("send", "GET /;GET /")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200, 200);
                    assertThat(outcome.calls().get(1).seconds()).isLessThan(1.5);
                });
    }
}
