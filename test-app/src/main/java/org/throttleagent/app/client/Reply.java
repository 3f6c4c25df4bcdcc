package org.throttleagent.app.client;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the application got: the last answer in a chain of redirects, read to its end. Immutable. */
public final class Reply {
    private final int status;
    private final String protocol;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * Builds a reply from what a client gives.
     *
     * @param protocol {@code HTTP/1.0}, {@code HTTP/1.1} or {@code HTTP/2}
     * @param headers names in any case
     * @param body not copied
     */
    Reply(int status, String protocol, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.protocol = protocol;
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        this.headers = Collections.unmodifiableMap(byName);
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** Whether the status is 2xx. */
    public boolean succeeded() {
        return status / 100 == 2;
    }

    /** {@code HTTP/1.0}, {@code HTTP/1.1} or {@code HTTP/2}. */
    public String protocol() {
        return protocol;
    }

    /** All headers; looked up in any case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The first value of a header, or {@code null}. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    /** The bytes themselves, not a copy. */
    public byte[] body() {
        return body;
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
