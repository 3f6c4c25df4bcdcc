package org.throttleagent.client.httpclient4;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.impl.execchain.RequestAbortedException;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;
import org.throttleagent.gate.ThrottledCall;

/** The attempts that wait now. */
final class Waits {
    /** By identity: a wait has no equality of its own. */
    private final Set<Wait> waiting = ConcurrentHashMap.newKeySet();

    /** Waits on this thread for an attempt's turn; returns what the attempt must fail with, or {@code null} if nothing. */
    @Nullable
    IOException await(ThrottledCall call, OutboundRequest request, Wait wait) {
        waiting.add(wait);
        try {
            wait.watch();
            // without a connection to be had, the client has something of its own to say
            return call.await(request, wait) || wait.isShutDown()
                    ? null
                    : new RequestAbortedException("Request aborted");
        } catch (InterruptedIOException e) {
            return new RequestAbortedException("Request aborted", e);
        } catch (IOException e) {
            return notTriedAgain(e);
        } finally {
            waiting.remove(wait);
        }
    }

    /** A connection manager was shut down. */
    void shutDown(Object manager) {
        for (Wait wait : waiting) {
            if (wait.manager == manager) {
                wait.shutDown();
            }
        }
    }

    /** The client tries again after other exceptions, three times by default; of this kind it knows that they are final. */
    private static IOException notTriedAgain(IOException e) {
        InterruptedIOException same = new InterruptedIOException(e.getMessage());
        same.initCause(e);
        return same;
    }
}
