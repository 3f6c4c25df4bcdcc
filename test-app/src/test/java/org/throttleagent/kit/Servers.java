package org.throttleagent.kit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

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
}
