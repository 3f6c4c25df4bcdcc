package org.throttleagent.runtime;

import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;
import org.throttleagent.rule.RequestFacts;

/** A client's request as the engine sees it. */
final class RequestAdapter implements RequestFacts {
    private final OutboundRequest request;

    RequestAdapter(OutboundRequest request) {
        this.request = request;
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
        return request.header(name);
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
