package org.throttleagent.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the demo and the kit rely on in every client. A server answers with what it got. */
abstract class HttpCallerContract {
    final HttpCaller caller = HttpCallers.open(name());

    /** Requests that the server leaves without an answer. */
    final BlockingQueue<HttpExchange> hanging = new LinkedBlockingQueue<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    abstract String name();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/echo", HttpCallerContract::echo);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/refused", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            reply(exchange, 429, "not now");
        });
        server.createContext("/hang", hanging::add);
        server.start();
    }

    @AfterEach
    void stop() {
        caller.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void isCalledByItsName() {
        assertThat(caller.name()).isEqualTo(name());
        assertThat(HttpCallers.available()).contains(name());
    }

    @Test
    void sendsHeadersAndReadsTheReply() throws Exception {
        Reply reply = caller.call(Request.get(uri("/echo"))
                .withHeader("User-Agent", "first")
                .withHeader("X-Custom", "it")
                .withHeader("User-Agent", "me"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.succeeded()).isTrue();
        assertThat(reply.protocol()).isEqualTo("HTTP/1.1");
        assertThat(reply.header("x-eCHO")).isEqualTo("me, it");
        assertThat(reply.header("X-Absent")).isNull();
        // some JDKs send Content-Length: 0 with a GET
        assertThat(reply.text()).startsWith("GET ");
    }

    @ParameterizedTest
    @CsvSource({
        "BYTES,          11,   null", // the client knows how much there is
        "TEXT,           11,   null",
        "FILE,           11,   null",
        "SIZED_STREAM,   11,   null", // it was told
        "CHUNKED_STREAM, null, chunked",
        "ONE_SHOT,       null, chunked"
    })
    void sendsTheSameBytesInTheFramingOfTheirKind(Body.Kind kind, String length, String encoding) throws Exception {
        Body body = Body.of(kind, "eleven byte".getBytes(StandardCharsets.UTF_8));
        Reply reply = caller.call(Request.of("PUT", uri("/echo"), body));
        assertThat(reply.text()).isEqualTo("PUT " + length + " " + encoding + " eleven byte");
    }

    @Test
    void givesTheBodyOfARefusal() throws Exception {
        Reply reply = caller.call(Request.get(uri("/refused")));
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.succeeded()).isFalse();
        assertThat(reply.header("Retry-After")).isEqualTo("7");
        assertThat(reply.text()).isEqualTo("not now");
    }

    @Test
    void givesAnEmptyBodyWhereThereIsNone() throws Exception {
        assertThat(caller.call(Request.of("HEAD", uri("/echo"), Body.none())).body())
                .isEmpty();
    }

    @Test
    void followsRedirects() throws Exception {
        assertThat(caller.call(Request.get(uri("/moved"))).text()).startsWith("GET ");
    }

    @Test
    void throwsWhatTheClientThrows() {
        URI nobody = uriOfNobody();
        assertThatThrownBy(() -> caller.call(Request.get(nobody))).isInstanceOf(IOException.class);
    }

    /** Where no server listens any more. */
    final URI uriOfNobody() {
        URI nobody = uri("/");
        server.stop(0);
        return nobody;
    }

    final URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .set("X-Echo", header(exchange, "User-Agent") + ", " + header(exchange, "X-Custom"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String framing = header(exchange, "Content-Length") + " " + header(exchange, "Transfer-Encoding");
        reply(exchange, 200, exchange.getRequestMethod() + " " + framing + " " + body);
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
