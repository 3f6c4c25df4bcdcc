package org.throttleagent.dist;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** An HTTP server on 127.0.0.1 that remembers when requests came. Safe for use by many threads. */
final class StampingServer implements Closeable {
    private final HttpServer http;
    /** Guarded by itself. */
    private final List<Long> arrivals = new ArrayList<>();

    StampingServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        http.createContext("/", exchange -> {
            synchronized (arrivals) {
                arrivals.add(System.nanoTime());
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'o', 'k'});
            exchange.close();
        });
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
    }

    /** The milliseconds from the request with this number, the first being 0, to the last. */
    long millisSince(int number) {
        synchronized (arrivals) {
            return (arrivals.get(arrivals.size() - 1) - arrivals.get(number)) / 1_000_000;
        }
    }

    int count() {
        synchronized (arrivals) {
            return arrivals.size();
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
