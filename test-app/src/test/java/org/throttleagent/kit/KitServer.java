package org.throttleagent.kit;

import java.util.List;

/** A server of one case: its port is its key. */
interface KitServer extends AutoCloseable {
    /** The port on 127.0.0.1. */
    int port();

    /** Where requests go. */
    default String url() {
        return "http://127.0.0.1:" + port();
    }

    /** All requests so far, in the order of arrival. */
    List<Seen> seen();

    /** Whether the agent's count for the port is comparable: false for what is no HTTP server to the client, as a proxy. */
    default boolean counted() {
        return true;
    }

    @Override
    void close();
}
