package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** E19: a limit that names the moment at which it begins anew. */
final class ResetCases {
    /** Longer than a hold for want of a word would be. */
    private static final Duration RESET = Duration.ofSeconds(3);

    private ResetCases() {}

    static List<KitCase> all() {
        Function<Instant, String> seconds = reset -> Long.toString(reset.getEpochSecond());
        Function<Instant, String> millis = reset -> Long.toString(reset.toEpochMilli());
        return List.of(
                reset("E19-epoch-seconds", "in seconds since the epoch", Duration.ZERO, seconds),
                reset("E19-epoch-millis", "in milliseconds since the epoch", Duration.ZERO, millis),
                reset("E19-fast-clock", "by a clock that is a day fast", Duration.ofDays(1), seconds),
                reset("E19-slow-clock", "by a clock that is a day slow", Duration.ofDays(-1), millis));
    }

    private static KitCase reset(String id, String what, Duration skew, Function<Instant, String> written) {
        return KitCase.of(id, "a reset " + what + " is waited for, and not longer")
                .server(server(skew, written))
                .rule("max-wait", "10s")
                .does("send", "GET /")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.arrived(2);
                    // whole seconds: one may be missing of the three
                    outcome.waited(2);
                });
    }

    private static Supplier<KitServer> server(Duration skew, Function<Instant, String> written) {
        return () -> RawServer.of((number, request, socket) -> {
            Instant now = Instant.now().plus(skew);
            String date = "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)) + "\r\n";
            String limit = "X-RateLimit-Limit: 60\r\nX-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: "
                    + written.apply(now.plus(RESET)) + "\r\n";
            socket.getOutputStream()
                    .write(
                            number == 0
                                    ? RawServer.answer("429 Too Many Requests", date + limit, "not now")
                                    : RawServer.answer("200 OK", date, "fine"));
            return true;
        });
    }
}
