package org.throttleagent.client.httpclient5;

import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottledCall;

/** One call of the application through a chain. Confined to the thread that runs it. */
final class ChainCall {
    final ThrottledCall throttled;

    /** The attempt that has gone over the wire, or {@code null} if it has not. */
    @Nullable
    HttpClient5Request sent;

    /** The status of the last answer that nobody has asked about sending again; 0 if there is none. */
    int status;

    /** Whether an exchange of this call runs again, by which it is inside itself. */
    boolean inside;

    ChainCall(ThrottledCall throttled) {
        this.throttled = throttled;
    }
}
