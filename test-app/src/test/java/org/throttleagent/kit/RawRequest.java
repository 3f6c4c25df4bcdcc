package org.throttleagent.kit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests of HTTP/1.1 off a connection. */
final class RawRequest {
    private RawRequest() {}

    /** The next request, or {@code null} if the client closed the connection between two. */
    static @Nullable Seen read(InputStream in, OutputStream out, int connection) throws IOException {
        String requestLine = line(in);
        if (requestLine == null) {
            return null;
        }
        Map<String, List<String>> headers = new HashMap<>();
        String line = line(in);
        while (line != null && !line.isEmpty()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).trim());
            line = line(in);
        }
        long arrived = System.nanoTime();
        if (headers.containsKey("expect")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        String[] words = requestLine.split(" ", -1);
        return new Seen(arrived, words[0], words[1], headers, body(in, headers), connection);
    }

    private static String body(InputStream in, Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            StringBuilder body = new StringBuilder();
            int size;
            do {
                size = Integer.parseInt(required(in), 16);
                body.append(text(in, size));
                required(in);
            } while (size > 0);
            return body.toString();
        }
        List<String> length = headers.get("content-length");
        return length == null ? "" : text(in, Integer.parseInt(length.get(0)));
    }

    private static String text(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body ends after " + bytes.length + " of " + length + " bytes");
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String required(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new EOFException("the connection ended within a body");
        }
        return line;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (c != '\r') {
                line.append((char) c);
            }
            c = in.read();
        }
        return line.toString();
    }
}
