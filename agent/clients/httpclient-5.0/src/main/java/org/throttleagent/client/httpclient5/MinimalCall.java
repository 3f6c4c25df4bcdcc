package org.throttleagent.client.httpclient5;

import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottledCall;

/** One call of the application to a client without a chain. Confined to the thread that runs it. */
final class MinimalCall implements Waits.Lease {
    final ThrottledCall throttled;

    /** Those that the request had before the client has added its own. */
    final Header[] headers;

    /** The attempt. */
    @Nullable
    HttpClient5Request sent;

    private final Object manager;
    private final ClassicHttpRequest request;

    /** Whether the call is run again, by which it is inside itself. */
    boolean inside;

    MinimalCall(ThrottledCall throttled, Object manager, ClassicHttpRequest request) {
        this.throttled = throttled;
        this.manager = manager;
        this.request = request;
        headers = request.getHeaders();
    }

    @Override
    public boolean aborted() {
        return request instanceof CancellableDependency && ((CancellableDependency) request).isCancelled();
    }

    @Override
    public @Nullable Object manager() {
        return manager;
    }
}
