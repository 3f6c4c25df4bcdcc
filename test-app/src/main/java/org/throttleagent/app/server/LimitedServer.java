package org.throttleagent.app.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP/1.1 server on 127.0.0.1 that keeps one limit for all who call it, and remembers every request. */
public final class LimitedServer implements Closeable {
    /*
     * One port, one limit: whoever tells servers apart by host and port sees one key. The limit is asked, and the
     * arrival noted, under one lock, so that the list has the order in which the limit decided. Nothing else is done
     * under it, and every exchange has a thread of its own, so that no client waits for another one's bytes.
     */
    static {
        // else a reply of two segments waits for a delayed acknowledgement, 40 ms at a time
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int BACKLOG = 1024;

    private final String name;
    private final Limit limit;
    private final ServerClock clock;
    private final HttpServer http;
    private final ExecutorService threads;

    /** Guarded by itself, as is the limit. In the order of arrival. */
    private final List<Arrival> arrivals = new ArrayList<>();

    private LimitedServer(String name, Limit limit, ServerClock clock, HttpServer http) {
        this.name = name;
        this.limit = limit;
        this.clock = clock;
        this.http = http;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "server-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts a server.
     *
     * @param name for people
     * @param port 0 for any free one
     * @throws IOException if the port cannot be had
     */
    public static LimitedServer start(String name, Limit limit, int port) throws IOException {
        return start(name, limit, port, ServerClock.system());
    }

    static LimitedServer start(String name, Limit limit, int port, ServerClock clock) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
        } catch (IOException e) {
            throw new IOException("port " + port + " cannot be had: " + e.getMessage(), e);
        }
        LimitedServer server = new LimitedServer(name, limit, clock, http);
        http.setExecutor(server.threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    public String name() {
        return name;
    }

    /** The limit in a few words. */
    public String summary() {
        return limit.summary();
    }

    /** {@code http://127.0.0.1:PORT/}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /** All requests so far, in the order in which the limit decided about them; a copy. */
    public List<Arrival> arrivals() {
        synchronized (arrivals) {
            return new ArrayList<>(arrivals);
        }
    }

    /** The requests so far of one client, told by its {@code User-Agent}. */
    public List<Arrival> arrivalsOf(String client) {
        List<Arrival> own = arrivals();
        own.removeIf(arrival -> !arrival.client().equals(client));
        return own;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Answer answer = decide(exchange);
            skip(exchange.getRequestBody());
            answer.headers()
                    .forEach((header, value) -> exchange.getResponseHeaders().set(header, value));
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            byte[] body = (answer.served() ? "served\n" : "refused\n").getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        } finally {
            exchange.close();
        }
    }

    private Answer decide(HttpExchange exchange) {
        String userAgent = exchange.getRequestHeaders().getFirst("User-Agent");
        String path = exchange.getRequestURI().getRawPath();
        synchronized (arrivals) {
            Answer answer = limit.answer(clock.epochNanos());
            arrivals.add(new Arrival(
                    System.nanoTime(),
                    userAgent,
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRemoteAddress(),
                    answer.status()));
            return answer;
        }
    }

    private static void skip(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        while (body.read(buffer) >= 0) {
            // only the framing matters
        }
    }
}
