package org.throttleagent.testing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throttleagent.rule.RequestFacts;

/** A request to {@code api.test} or another host. Immutable. */
public record TestRequest(
        String method, String host, String path, Map<String, String> headers, long timeoutNanos, boolean repeatable)
        implements RequestFacts {
    public static final TestRequest GET = new TestRequest("GET", "api.test", "/", Map.of(), 0, true);

    public TestRequest method(String value) {
        return new TestRequest(value, host, path, headers, timeoutNanos, repeatable);
    }

    public TestRequest host(String value) {
        return new TestRequest(method, value, path, headers, timeoutNanos, repeatable);
    }

    public TestRequest path(String value) {
        return new TestRequest(method, host, value, headers, timeoutNanos, repeatable);
    }

    public TestRequest with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new TestRequest(method, host, path, more, timeoutNanos, repeatable);
    }

    public TestRequest timeout(long nanos) {
        return new TestRequest(method, host, path, headers, nanos, repeatable);
    }

    public TestRequest once() {
        return new TestRequest(method, host, path, headers, timeoutNanos, false);
    }

    @Override
    public String scheme() {
        return "https";
    }

    @Override
    public int port() {
        return -1;
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }
}
