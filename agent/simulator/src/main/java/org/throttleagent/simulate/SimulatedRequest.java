package org.throttleagent.simulate;

import org.jspecify.annotations.Nullable;
import org.throttleagent.rule.RequestFacts;

/** The one request that is made in simulations. */
enum SimulatedRequest implements RequestFacts {
    GET;

    /** The server's name. */
    static final String HOST = "server.simulated";

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String scheme() {
        return "https";
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public int port() {
        return -1;
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public @Nullable String header(String name) {
        return null;
    }

    @Override
    public long timeoutNanos() {
        return 0;
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
