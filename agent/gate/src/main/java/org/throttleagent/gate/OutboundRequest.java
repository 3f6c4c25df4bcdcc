package org.throttleagent.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a client adapter can tell of a request that is about to leave the JVM. Every method may be called more than once,
 * also after the request was sent, and must not change the request.
 */
public interface OutboundRequest {
    /** The method in upper case, as it will stand on the wire. */
    String method();

    /** {@code http} or {@code https}. */
    String scheme();

    /** The host without port, as the client names it. */
    String host();

    /** The port, or -1 for the scheme's default. */
    int port();

    /** The raw path without query, empty or beginning with a slash. */
    String path();

    /** The first value of a request header that the application set, or {@code null}. Names are case-insensitive. */
    @Nullable
    String header(String name);

    /** The time the application gives this request in all, in nanoseconds; 0 where it gave none or it cannot be read. */
    long timeoutNanos();

    /** Whether the client can send the same body again, by the client's own rules. True when there is no body. */
    boolean repeatable();
}
