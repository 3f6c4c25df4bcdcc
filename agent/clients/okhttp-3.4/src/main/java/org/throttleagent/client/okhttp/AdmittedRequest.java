package org.throttleagent.client.okhttp;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;

/**
 * A request that is admitted before the application's interceptors have seen it. It remembers which headers decided, so
 * that one can tell whether the decision holds for the request that comes out of them.
 */
final class AdmittedRequest implements OutboundRequest {
    private final OkHttpRequest request;

    /** The headers that were asked for; the value of one that was absent is the empty string. */
    private final Map<String, String> asked = new ConcurrentHashMap<>();

    AdmittedRequest(OkHttpRequest request) {
        this.request = request;
    }

    /** Whether {@code wire} is the same in everything that was looked at. */
    boolean sameLimitAs(OkHttpRequest wire) {
        if (!request.host().equals(wire.host())
                || request.port() != wire.port()
                || !request.scheme().equals(wire.scheme())
                || !request.method().equals(wire.method())
                || !request.path().equals(wire.path())) {
            return false;
        }
        for (Map.Entry<String, String> header : asked.entrySet()) {
            if (!header.getValue().equals(Objects.toString(wire.header(header.getKey()), ""))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String scheme() {
        return request.scheme();
    }

    @Override
    public String host() {
        return request.host();
    }

    @Override
    public int port() {
        return request.port();
    }

    @Override
    public String path() {
        return request.path();
    }

    @Override
    public @Nullable String header(String name) {
        String value = request.header(name);
        asked.put(name, value == null ? "" : value);
        return value;
    }

    @Override
    public long timeoutNanos() {
        return request.timeoutNanos();
    }

    @Override
    public boolean repeatable() {
        return request.repeatable();
    }
}
