package org.throttleagent.client.httpclient5;

import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottledCall;

/** The requests that wait now, so that the closing of what they would lease from ends their waits. */
final class Waits {
    /** Empty most of the time; no lock is held during a wait. */
    private final Set<Wait> going = Collections.newSetFromMap(new ConcurrentHashMap<>());

    /**
     * Waits on this thread for the turn of an attempt.
     *
     * @return what the attempt must fail with, or {@code null} when it may go
     */
    @Nullable
    IOException await(ThrottledCall throttled, HttpClient5Request request, Lease lease) {
        Wait wait = new Wait(lease);
        try {
            boolean go = throttled.await(request, wait);
            if (wait.closed) {
                return new RequestFailedException("Connection pool shut down");
            }
            if (wait.begun) {
                IdleConnections.afterWait(wait.manager, wait.millis());
            }
            // an abortion that came with the permit: nothing may be sent
            return go && !lease.aborted() ? null : new RequestFailedException("Request aborted");
        } catch (IOException e) {
            // HttpClient may try again after any other exception; this kind it knows to be final, and throws itself
            return new RequestFailedException(e.getMessage(), e);
        } finally {
            if (wait.begun) {
                going.remove(wait);
            }
        }
    }

    /** A connection manager has been closed. */
    void closed(Object manager) {
        for (Wait wait : going) {
            if (wait.manager == manager) {
                wait.closed = true;
            }
        }
    }

    /** What a request that waits is to lease a connection with. */
    interface Lease {
        /** Whether the application has given the request up. */
        boolean aborted();

        /** From where, or {@code null} if that cannot be told. */
        @Nullable
        Object manager();
    }

    /** Asked by a request that does wait, every now and then, whether it is in vain. */
    private final class Wait implements BooleanSupplier {
        private final Lease lease;
        private final long beganAt = System.nanoTime();
        private boolean begun;
        private @Nullable Object manager;
        private volatile boolean closed;

        Wait(Lease lease) {
            this.lease = lease;
        }

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganAt);
        }

        @Override
        public boolean getAsBoolean() {
            if (!begun) {
                begun = true;
                manager = lease.manager();
                going.add(this);
            }
            return closed || lease.aborted();
        }
    }
}
