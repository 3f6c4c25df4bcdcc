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

    /** The milliseconds between one request and the next, from the one with this number on. */
    List<Long> gapsMillis(int from) {
        List<Long> gaps = new ArrayList<>();
        synchronized (arrivals) {
            for (int i = from + 1; i < arrivals.size(); i++) {
                gaps.add((arrivals.get(i) - arrivals.get(i - 1)) / 1_000_000);
            }
        }
        return gaps;
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
