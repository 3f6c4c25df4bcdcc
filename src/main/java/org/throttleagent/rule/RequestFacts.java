package org.throttleagent.rule;

import org.jspecify.annotations.Nullable;

/** What the engine can know of a request before it is sent. */
public interface RequestFacts {
    /** The method in upper case. */
    String method();

    /** {@code http} or {@code https}. */
    String scheme();

    /** The host without port, in any case, an IPv6 address with or without its brackets. */
    String host();

    /** The port, or -1 for the scheme's default. */
    int port();

    /** The raw path without query, empty or beginning with a slash. */
    String path();

    /** The first value of a request header, or {@code null}. Names are case-insensitive. */
    @Nullable
    String header(String name);

    /** The time that the application gives this request in all, in nanoseconds; 0 for none. */
    long timeoutNanos();

    /** Whether the client can send the same body again. True when there is no body. */
    boolean repeatable();
}
