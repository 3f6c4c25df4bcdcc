package org.throttleagent.client.okhttp;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;

/** OkHttp's request, as the agent looks at it. */
final class OkHttpRequest implements OutboundRequest {
    private final Request request;
    private final Bodies bodies;
    private final long timeoutNanos;

    OkHttpRequest(Request request, Bodies bodies, long timeoutNanos) {
        this.request = request;
        this.bodies = bodies;
        this.timeoutNanos = timeoutNanos;
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String scheme() {
        return request.url().scheme();
    }

    @Override
    public String host() {
        return request.url().host();
    }

    @Override
    public int port() {
        return request.url().port();
    }

    @Override
    public String path() {
        return request.url().encodedPath();
    }

    @Override
    public @Nullable String header(String name) {
        return request.header(name);
    }

    @Override
    public long timeoutNanos() {
        return timeoutNanos;
    }

    @Override
    public boolean repeatable() {
        return bodies.repeatable(request);
    }
}
