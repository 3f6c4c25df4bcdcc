package org.throttleagent.kit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Mock servers of more than one page. */
final class Servers {
    private Servers() {}

    /** From {@code /start2} over {@code /start} to {@code /end}, and from {@code /circle} to itself. */
    static Supplier<KitServer> redirecting() {
        return () -> MockServer.http(server -> {
            server.stubFor(any(urlEqualTo("/start2")).willReturn(temporaryRedirect("/start")));
            server.stubFor(any(urlEqualTo("/start")).willReturn(temporaryRedirect("/end")));
            server.stubFor(any(urlEqualTo("/end")).willReturn(ok("fine")));
            server.stubFor(any(urlEqualTo("/circle")).willReturn(temporaryRedirect("/circle")));
        });
    }

    /** Asks who is calling, and is content with any answer. */
    static Supplier<KitServer> challenging(String challenge) {
        return () -> RawServer.of((number, request, socket) -> {
            socket.getOutputStream().write(request.header("Authorization").isEmpty() ? challenge(challenge) : fine());
            return true;
        });
    }

    /**
     * Asks who is calling, and refuses the first who says it.
     *
     * @param challenge with {@code {n}} where each is to have a number of its own
     */
    static Supplier<KitServer> challengingThenRefusing(String challenge) {
        AtomicBoolean refused = new AtomicBoolean();
        return () -> RawServer.of((number, request, socket) -> {
            byte[] answer = fine();
            if (request.header("Authorization").isEmpty()) {
                answer = challenge(challenge.replace("{n}", Integer.toString(number)));
            } else if (!refused.getAndSet(true)) {
                answer = RawServer.answer("429 Too Many Requests", "Retry-After: 1\r\n", "not now");
            }
            socket.getOutputStream().write(answer);
            return true;
        });
    }

    private static byte[] challenge(String challenge) {
        return RawServer.answer("401 Unauthorized", "WWW-Authenticate: " + challenge + "\r\n", "");
    }

    private static byte[] fine() {
        return RawServer.answer("200 OK", "", "fine");
    }
}
