package org.throttleagent.rule;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request made up from its URL. */
record Request(String method, URI uri, Map<String, String> headers) implements RequestFacts {
    static Request get(String url) {
        return new Request("GET", URI.create(url), new TreeMap<>());
    }

    static Request of(String method, String url) {
        return new Request(method, URI.create(url), new TreeMap<>());
    }

    Request with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new Request(method, uri, more);
    }

    @Override
    public String scheme() {
        return uri.getScheme();
    }

    @Override
    public String host() {
        return uri.getHost();
    }

    @Override
    public int port() {
        return uri.getPort();
    }

    @Override
    public String path() {
        return uri.getRawPath();
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public long timeoutNanos() {
        return 0;
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
