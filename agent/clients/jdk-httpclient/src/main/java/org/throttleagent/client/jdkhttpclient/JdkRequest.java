package org.throttleagent.client.jdkhttpclient;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;

/** One attempt of java.net.http. Of the headers it knows those of the application, not those that the client adds. */
final class JdkRequest implements OutboundRequest {
    private final HttpRequest request;

    JdkRequest(HttpRequest request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String scheme() {
        String scheme = request.uri().getScheme();
        return scheme == null ? "http" : scheme.toLowerCase(Locale.ROOT);
    }

    @Override
    public String host() {
        String host = request.uri().getHost();
        return host == null ? "" : host;
    }

    @Override
    public int port() {
        return request.uri().getPort();
    }

    @Override
    public String path() {
        String path = request.uri().getRawPath();
        return path == null ? "" : path;
    }

    @Override
    public @Nullable String header(String name) {
        return request.headers().firstValue(name).orElse(null);
    }

    @Override
    public long timeoutNanos() {
        Duration timeout = request.timeout().orElse(null);
        if (timeout == null) {
            return 0;
        }
        try {
            return timeout.toNanos();
        } catch (ArithmeticException longerThanNanosCanTell) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public boolean repeatable() {
        return RepeatableBodies.include(request.bodyPublisher().orElse(null));
    }
}
