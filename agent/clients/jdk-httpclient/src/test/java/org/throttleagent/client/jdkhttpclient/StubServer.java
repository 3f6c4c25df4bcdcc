package org.throttleagent.client.jdkhttpclient;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers over HTTP/1.1 what the test says, and remembers what it was asked. */
final class StubServer implements AutoCloseable {
    /** One request as it arrived. */
    record Seen(String method, String path, String body, List<String> cookies, String authorization) {}

    /** Says how to answer a request. */
    @FunctionalInterface
    interface Script {
        /**
         * The status to answer with.
         *
         * @param number of the request, from 1 on
         * @param exchange to set headers on
         */
        int answer(int number, HttpExchange exchange);
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    StubServer(Script script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            int number = note(exchange);
            int status = script.answer(number, exchange);
            byte[] body = ("answer " + number).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private synchronized int note(HttpExchange exchange) throws IOException {
        seen.add(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                List.copyOf(exchange.getRequestHeaders().getOrDefault("Cookie", List.of())),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
        return seen.size();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    List<Seen> seen() {
        return seen;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
