package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;

/** E: what the server says, and what the application still gets to read. */
final class HeaderCases {
    private HeaderCases() {}

    static List<KitCase> all() {
        return List.of(
                obeyed("E19-seconds", "Retry-After in seconds", 2, Stubs.answering(Stubs.refusal("2"), Stubs.fine())),
                obeyed("E19-date", "Retry-After as a date", 1, HeaderCases::dated),
                obeyed(
                        "E19-503",
                        "503 with Retry-After",
                        2,
                        Stubs.answering(Stubs.refusal("2").withStatus(503), Stubs.fine())),
                obeyed(
                        "E19-rate-limit",
                        "RateLimit-Remaining 0 and RateLimit-Reset",
                        2,
                        Stubs.answering(
                                Stubs.refusal()
                                        .withHeader("RateLimit-Limit", "10")
                                        .withHeader("RateLimit-Remaining", "0")
                                        .withHeader("RateLimit-Reset", "2"),
                                Stubs.fine())),
                obeyed("E19-missing", "a refusal without a word", 0.4, Stubs.answering(Stubs.refusal(), Stubs.fine())),
                obeyed(
                        "E19-malformed",
                        "a Retry-After that nobody understands",
                        0.4,
                        Stubs.answering(Stubs.refusal("soon; promised"), Stubs.fine())),
                obeyed("E19-negative", "a negative Retry-After", 0, Stubs.answering(Stubs.refusal("-7"), Stubs.fine())),
                absurd("E19-huge", "99999999"),
                absurd("E19-absurd", "99999999999999999999999999"),
                holdsOthers(),
                refusalStays(),
                shapes());
    }

    private static KitCase obeyed(String id, String what, double seconds, Supplier<? extends KitServer> server) {
        return KitCase.of(id, what + " puts the next attempt off")
                .server(server)
                .does("send", "GET /")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.arrived(2);
                    outcome.waited(seconds);
                });
    }

    /** Names the moment two seconds after the server starts to think about it; whole seconds, so perhaps only one. */
    private static KitServer dated() {
        return RawServer.of((number, request, socket) -> {
            Instant now = Instant.now();
            String headers = "Date: " + date(now) + "\r\nRetry-After: " + date(now.plusSeconds(2)) + "\r\n";
            socket.getOutputStream()
                    .write(
                            number == 0
                                    ? RawServer.answer("429 Too Many Requests", headers, "not now")
                                    : RawServer.answer("200 OK", "", "fine"));
            return true;
        });
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static KitCase absurd(String id, String retryAfter) {
        return KitCase.of(id, "Retry-After " + retryAfter + " gives the application its 429 within max-wait and 1 s")
                .server(Stubs.answering(Stubs.refusal(retryAfter), Stubs.fine()))
                .rule("max-wait", "3s")
                .does("send", "GET /")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(429);
                    assertThat(outcome.calls().get(0).body()).isEqualTo("not now");
                    assertThat(outcome.calls().get(0).seconds()).isLessThan(4);
                });
    }

    private static KitCase holdsOthers() {
        return KitCase.of("E19-others", "one caller's refusal holds the other callers of the host")
                .server(Stubs.answering(Stubs.refusal("2"), Stubs.fine()))
                .rule("retry", "off")
                .does("send", "GET /;GET /")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(429, 200);
                    outcome.waited(2);
                });
    }

    private static KitCase refusalStays() {
        return KitCase.of("E20", "a refusal that is not sent again is as the server sent it")
                .server(Stubs.answering(Stubs.refusal("1").withHeader("X-Why", "because")))
                .rule("retry", "off")
                .does("send", "GET /")
                .expect(outcome -> {
                    Call call = outcome.calls().get(0);
                    assertThat(call.status()).isEqualTo(429);
                    assertThat(call.body()).isEqualTo("not now");
                    assertThat(call.header("retry-after")).containsExactly("1");
                    assertThat(call.header("x-why")).containsExactly("because");
                });
    }

    private static KitCase shapes() {
        ResponseDefinitionBuilder refusal = Stubs.refusal("1");
        return KitCase.of("E21", "HEAD, 204, chunked and compressed answers are read as ever, also after a refusal")
                .server(Stubs.answering(
                        refusal,
                        Stubs.fine(),
                        WireMock.noContent(),
                        WireMock.ok("in pieces").withChunkedDribbleDelay(3, 60),
                        WireMock.ok("to be squeezed, to be squeezed, to be squeezed"),
                        Stubs.fine()))
                .does("send", "HEAD /;GET /;GET /;GET /;GET /")
                .with("headers", "Accept-Encoding: gzip")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200, 204, 200, 200, 200);
                    assertThat(outcome.calls().get(0).body()).isEmpty();
                    assertThat(outcome.calls().get(1).body()).isEmpty();
                });
    }
}
