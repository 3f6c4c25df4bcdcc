package org.throttleagent.client.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback interface that answers as a test says, and 200 when nothing is said. */
public final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private Answer otherwise = new Answer(200, "ok", "", "");

    private record Answer(int status, String body, String header, String value) {}

    public ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Adds one answer. */
    public synchronized ScriptedServer answer(int status) {
        return answer(status, "", "");
    }

    /** Adds one answer with a header. */
    public synchronized ScriptedServer answer(int status, String header, String value) {
        answers.add(new Answer(status, "status " + status, header, value));
        return this;
    }

    /** Sets what every request gets that no answer is left for. */
    public synchronized ScriptedServer otherwise(int status) {
        otherwise = new Answer(status, "status " + status, "", "");
        return this;
    }

    /** Takes back the answers that no request has come for. */
    public synchronized void forgetAnswers() {
        answers.clear();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/path?query=1";
    }

    /** The bodies of the requests that came, in their order. */
    public synchronized List<String> bodies() {
        return new ArrayList<>(bodies);
    }

    public synchronized int requests() {
        return bodies.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer = next(body);
        if (!answer.header().isEmpty()) {
            exchange.getResponseHeaders().add(answer.header(), answer.value());
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Answer next(String body) {
        bodies.add(body);
        Answer answer = answers.poll();
        return answer == null ? otherwise : answer;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
