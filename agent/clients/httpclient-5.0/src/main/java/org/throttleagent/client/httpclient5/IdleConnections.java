package org.throttleagent.client.httpclient5;

import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that have been idle during a wait, in 5.0. That takes them from the pool unchecked, and a server may have
 * dropped them meanwhile: a POST would fail. Since 5.1 a connection that was idle for two seconds is checked first.
 */
final class IdleConnections {
    /** A shorter wait makes no connection stale that would not have been so without it. */
    private static final long SHORTEST_MILLIS = 1000;

    private static final boolean UNCHECKED = !exists("org.apache.hc.client5.http.config.ConnectionConfig");

    private IdleConnections() {}

    static void afterWait(@Nullable Object manager, long waitedMillis) {
        if (UNCHECKED
                && waitedMillis >= SHORTEST_MILLIS
                && manager instanceof PoolingHttpClientConnectionManager
                && ((PoolingHttpClientConnectionManager) manager).getValidateAfterInactivity() == null) {
            ((PoolingHttpClientConnectionManager) manager).closeIdle(TimeValue.ofMilliseconds(waitedMillis));
        }
    }

    /** The class came with 5.2; 5.1 is told from 5.0 by the time that it has by default. */
    private static boolean exists(String name) {
        try {
            Class.forName(name, false, PoolingHttpClientConnectionManager.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
