package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Servers that drop idle connections after a second, while the agent waits four. */
final class ConnectionCases {
    private ConnectionCases() {}

    static List<KitCase> all() {
        return List.of(
                idle("I-get", "a GET", "GET /"),
                idle("I-buffered", "a buffered POST", "POST / BYTES"),
                idle("I-sized", "a POST of known length", "POST / SIZED_STREAM"),
                idle("I-chunked", "a chunked POST", "POST / CHUNKED_STREAM"));
    }

    private static KitCase idle(String id, String what, String request) {
        return KitCase.of(id, what + " succeeds after a wait during which the server drops idle connections")
                .server(() -> RawServer.droppingIdle(1000, (number, seen, socket) -> {
                    socket.getOutputStream().write(RawServer.answer("200 OK", "", "fine"));
                    return true;
                }))
                .rule("rate", "0.25/s")
                .does("send", "GET /;" + request)
                .expect(outcome -> {
                    assertThat(outcome.statuses())
                            .as("calls: %s", outcome.calls())
                            .containsExactly(200, 200);
                    outcome.arrived(2);
                    // a client that finds out late sends once more, as debt, so there may be a third
                    List<Long> grants =
                            outcome.log().grants(outcome.servers().get(0).port());
                    assertThat((grants.get(1) - grants.get(0)) / 1e9)
                            .as("seconds between the grants")
                            .isGreaterThan(3.95);
                });
    }
}
