package org.throttleagent.kit;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** WireMock with a journal of its own, which knows the monotonic time of arrival. */
final class MockServer implements KitServer {
    /** Guarded by itself. */
    private final List<Seen> journal = new ArrayList<>();

    private final WireMockServer wireMock;
    private final boolean tls;
    private final int port;

    private MockServer(boolean tls, Consumer<WireMockServer> stubs) {
        this.tls = tls;
        wireMock = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .httpDisabled(tls)
                .http2PlainDisabled(true)
                .containerThreads(16)
                .disableRequestJournal()
                .extensions(new Journal()));
        wireMock.start();
        // asked while it runs: afterwards it does not know
        port = tls ? wireMock.httpsPort() : wireMock.port();
        stubs.accept(wireMock);
    }

    /** Plain HTTP/1.1. */
    static MockServer http(Consumer<WireMockServer> stubs) {
        return new MockServer(false, stubs);
    }

    /** TLS with a certificate that nobody knows, HTTP/2 or HTTP/1.1. */
    static MockServer https(Consumer<WireMockServer> stubs) {
        return new MockServer(true, stubs);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String url() {
        return (tls ? "https" : "http") + "://127.0.0.1:" + port();
    }

    @Override
    public List<Seen> seen() {
        synchronized (journal) {
            return List.copyOf(journal);
        }
    }

    @Override
    public void close() {
        wireMock.stop();
    }

    /** Notes every request before a stub is looked for. */
    private final class Journal implements StubRequestFilterV2 {
        @Override
        public RequestFilterAction filter(Request request, ServeEvent event) {
            Map<String, List<String>> headers = new HashMap<>();
            request.getHeaders()
                    .all()
                    .forEach(header -> headers.put(header.key().toLowerCase(Locale.ROOT), header.values()));
            synchronized (journal) {
                journal.add(new Seen(
                        System.nanoTime(),
                        request.getMethod().getName(),
                        request.getUrl(),
                        headers,
                        request.getBodyAsString(),
                        -1));
            }
            return RequestFilterAction.continueWith(request);
        }

        @Override
        public String getName() {
            return "journal";
        }
    }
}
