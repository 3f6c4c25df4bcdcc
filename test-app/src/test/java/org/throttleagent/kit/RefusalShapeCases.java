package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * E21: refusals in every shape that a response has. Each comes twice: the first one is thrown away by whoever sends the
 * request again, the second one is the application's, to the byte.
 */
final class RefusalShapeCases {
    private static final String STATUS = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\n";

    private RefusalShapeCases() {}

    static List<KitCase> all() {
        byte[] gzip = gzip("not now");
        String compressed = sized("Content-Encoding: gzip\r\n", new String(gzip, StandardCharsets.ISO_8859_1));
        String large = "not now ".repeat(40_000);
        return List.of(
                shape("E21-chunked", "in chunks", "GET /", "not now")
                        .server(twice(STATUS + "Transfer-Encoding: chunked\r\n\r\n3\r\nnot\r\n4\r\n now\r\n0\r\n\r\n")),
                // the same bytes are the same text, though it means nothing
                shape("E21-gzip", "compressed", "GET /", new String(gzip, StandardCharsets.UTF_8))
                        .with("headers", "Accept-Encoding: gzip")
                        .not(Client.HTTPCLIENT_4, "HttpClient 4 decompresses whoever asked for it: E21-gzip-undone")
                        .server(twice(compressed)),
                shape("E21-gzip-undone", "that the client decompresses by itself", "GET /", "not now")
                        .not(Client.HTTP_URL_CONNECTION, "HttpURLConnection does not decompress")
                        .not(Client.JAVA_NET_HTTP, "java.net.http does not decompress")
                        .server(twice(compressed)),
                shape("E21-closing", "that ends with its connection", "GET /", "not now")
                        .server(twice(STATUS + "Connection: close\r\n\r\nnot now")),
                shape("E21-head", "of a HEAD, which names a length and has no body", "HEAD /", "")
                        .server(twice(STATUS + "Content-Length: 7\r\n\r\n")),
                shape("E21-empty", "without a body", "GET /", "").server(twice(sized("", ""))),
                shape("E21-large", "of 320 kB", "GET /", large).server(twice(sized("", large))));
    }

    private static KitCase shape(String id, String what, String request, String body) {
        return KitCase.of(id, "a refusal " + what + " is sent again after, and read whole where it is the last")
                .rule("retry.max-attempts", "2")
                .does("send", request + ';' + request)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(429, 200);
                    assertThat(outcome.calls().get(0).body()).isEqualTo(body);
                    outcome.arrived(3);
                    outcome.waited(1);
                });
    }

    private static String sized(String headers, String body) {
        return STATUS + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Answers so twice, then as one likes it. */
    private static Supplier<KitServer> twice(String refusal) {
        return () -> RawServer.of((number, request, socket) -> {
            OutputStream out = socket.getOutputStream();
            if (number < 2) {
                out.write(refusal.getBytes(StandardCharsets.ISO_8859_1));
                return !refusal.contains("Connection: close");
            }
            out.write(RawServer.answer("200 OK", "", request.method().equals("HEAD") ? "" : "fine"));
            return true;
        });
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
