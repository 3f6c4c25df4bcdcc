package org.throttleagent.app.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a server answers one request: the status, and the headers in which its limit speaks. Immutable. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;

    private Answer(int status, Map<String, String> headers) {
        this.status = status;
        this.headers = headers;
    }

    /** An answer without a word about limits. */
    public static Answer status(int status) {
        return new Answer(status, Collections.emptyMap());
    }

    /** This answer with one header more. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, Collections.unmodifiableMap(more));
    }

    /** This answer with one header more. */
    public Answer with(String name, long value) {
        return with(name, Long.toString(value));
    }

    public int status() {
        return status;
    }

    /** Whether the request was served: anything but a 2xx is a refusal. */
    public boolean served() {
        return status / 100 == 2;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
