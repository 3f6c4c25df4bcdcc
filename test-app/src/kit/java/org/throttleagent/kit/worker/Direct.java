package org.throttleagent.kit.worker;

import java.util.HashMap;
import java.util.Map;

/** What is done with a client's own API, because no other client has the like. */
interface Direct {
    /** Sends one and the same request object {@code repeat} times; reports the statuses. */
    void reuse(Job job, Report report) throws Exception;

    /** Opens a WebSocket and gives it up; reports whether it was opened. */
    void webSocket(Job job, Report report) throws Exception;

    /** Shuts the client down at once while its second call waits; reports how long the call took to end then. */
    default void shutdown(Job job, Report report) throws Exception {
        throw new UnsupportedOperationException(job.client() + " cannot be shut down at once");
    }

    /** Aborts the second of three requests while it waits; reports the others' statuses, and how long the second took to end. */
    default void abort(Job job, Report report) throws Exception {
        throw new UnsupportedOperationException(job.client() + " has no requests to abort");
    }

    /** For the client of a case. By name, because a client need not be here. */
    static Direct of(Job job) throws ReflectiveOperationException {
        Map<String, String> names = new HashMap<>();
        names.put("java-net-http", "JavaNetHttpDirect");
        names.put("okhttp", "OkHttpDirect");
        names.put("httpclient-4", "HttpClient4Direct");
        return Class.forName(Direct.class.getPackage().getName() + '.' + names.get(job.client()))
                .asSubclass(Direct.class)
                .getDeclaredConstructor()
                .newInstance();
    }
}
