package org.throttleagent.app.client;

import java.io.Closeable;
import java.io.IOException;

/**
 * One HTTP client as an application would have it: built once, shared by all threads, with the library's own defaults but
 * for redirects, which every client follows. Nothing here paces or retries; that is left to the client and to the agent.
 */
public interface HttpCaller extends Closeable {
    /** The client's name, the same that settings and the throttle log give it, such as {@code okhttp}. */
    String name();

    /**
     * Sends a request and reads the whole answer, whatever its status.
     *
     * @throws IOException as the client itself throws it
     * @throws InterruptedException if the client reports an interrupt that way
     */
    Reply call(Request request) throws IOException, InterruptedException;

    /** Gives up the client's connections and threads. */
    @Override
    void close();
}
