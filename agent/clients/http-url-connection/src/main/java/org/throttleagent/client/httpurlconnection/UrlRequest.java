package org.throttleagent.client.httpurlconnection;

import java.net.URL;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;
import org.throttleagent.gate.ThrottleGate;

/** A request as the connection object holds it when it connects. */
final class UrlRequest implements OutboundRequest {
    private final URL url;
    private final String method;
    private final @Nullable Object headers;
    private final Exchange exchange;

    UrlRequest(URL url, String method, @Nullable Object headers, Exchange exchange) {
        this.url = url;
        this.method = method;
        this.headers = headers;
        this.exchange = exchange;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String scheme() {
        return url.getProtocol().toLowerCase(Locale.ROOT);
    }

    @Override
    public String host() {
        return url.getHost();
    }

    @Override
    public int port() {
        return url.getPort();
    }

    @Override
    public String path() {
        String path = url.getPath();
        return path == null ? "" : path;
    }

    @Override
    public @Nullable String header(String name) {
        return headers == null ? null : ThrottleGate.fieldValue(headers, name);
    }

    @Override
    public long timeoutNanos() {
        return 0; // connect and read timeouts are the socket's; there is none for the request
    }

    @Override
    public boolean repeatable() {
        return !exchange.streamed;
    }
}
