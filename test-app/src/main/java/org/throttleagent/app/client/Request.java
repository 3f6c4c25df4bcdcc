package org.throttleagent.app.client;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the application asks for. Immutable but for the use of a one-shot body. */
public final class Request {
    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final Body body;

    private Request(String method, URI uri, Map<String, String> headers, Body body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
    }

    /** A GET without headers of its own. */
    public static Request get(URI uri) {
        return new Request("GET", uri, Collections.emptyMap(), Body.none());
    }

    /** A request with any method that the client knows. */
    public static Request of(String method, URI uri, Body body) {
        return new Request(method, uri, Collections.emptyMap(), body);
    }

    /** This request with one header more; a value set before under the same name gives way. */
    public Request withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, uri, Collections.unmodifiableMap(more), body);
    }

    public String method() {
        return method;
    }

    public URI uri() {
        return uri;
    }

    /** The headers that the application sets itself, in the order in which it did. */
    public Map<String, String> headers() {
        return headers;
    }

    public Body body() {
        return body;
    }
}
