package org.throttleagent.client.httpurlconnection;

import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottledCall;

/**
 * What the agent remembers of one connection object. It does not refer to it, so that it is forgotten with it. Confined to the
 * thread that uses the connection.
 */
final class Exchange {
    private static final int DEFAULT_MAX_REDIRECTS = 20;

    final ThrottledCall call;
    /** The request that goes out next, or did last. */
    @Nullable
    UrlRequest request;
    /** The header object that goes out with it, by which it is told from a CONNECT. */
    @Nullable
    Object headers;
    /** How often a request went out for this connection object. */
    int sends;
    /** Whether the body was streamed, and so cannot be replayed. */
    boolean streamed;
    /** Whether the wait was put off until the request is written. */
    boolean waitsLate;

    Exchange(ThrottledCall call) {
        this.call = call;
    }

    /** The JDK's own loop counts redirects, authentication legs and ours together. */
    boolean mayLoopAgain() {
        int max = Integer.getInteger("http.maxRedirects", DEFAULT_MAX_REDIRECTS);
        return sends < (max > 0 ? max : DEFAULT_MAX_REDIRECTS);
    }
}
