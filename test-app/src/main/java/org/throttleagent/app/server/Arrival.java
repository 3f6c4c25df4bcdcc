package org.throttleagent.app.server;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** One request as the server saw it. Immutable. */
public final class Arrival {
    private final long nanoTime;
    private final String client;
    private final String method;
    private final String path;
    private final int clientPort;
    private final int status;

    Arrival(long nanoTime, @Nullable String userAgent, String method, String path, InetSocketAddress from, int status) {
        this.nanoTime = nanoTime;
        this.client = userAgent == null ? "" : userAgent;
        this.method = method;
        this.path = path;
        this.clientPort = from.getPort();
        this.status = status;
    }

    /** {@link System#nanoTime()} of the server's JVM when it had read the head of the request. */
    public long nanoTime() {
        return nanoTime;
    }

    /** The request's {@code User-Agent}, or empty. */
    public String client() {
        return client;
    }

    public String method() {
        return method;
    }

    /** The raw path, without query. */
    public String path() {
        return path;
    }

    /** The client's end of the connection: equal ports in a row are one connection used again. */
    public int clientPort() {
        return clientPort;
    }

    /** What the server answered. */
    public int status() {
        return status;
    }

    /** Whether the answer was not a 2xx. */
    public boolean refused() {
        return status / 100 != 2;
    }
}
