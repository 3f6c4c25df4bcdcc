package org.throttleagent.client.httpclient5;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;

/** One attempt, as the agent looks at it. Confined to the thread that makes it. */
/*
 * A copy: HttpClient gives the same request object other headers for the next attempt; and a request refers to what executes it,
 * by which its call is remembered weakly. An entity may refer to its request.
 */
final class HttpClient5Request implements OutboundRequest {
    private final HttpHost target;
    private final String method;
    private final String path;
    private final Header[] headers;
    private boolean repeatable;

    HttpClient5Request(HttpHost target, ClassicHttpRequest request) {
        this.target = target;
        method = request.getMethod();
        path = withoutQuery(request.getPath());
        headers = request.getHeaders();
        attempted(request);
    }

    /** The attempt is over. A body that can be read once says so only when it has been read: until then it can. */
    void attempted(ClassicHttpRequest request) {
        HttpEntity entity = request.getEntity();
        repeatable = entity == null || entity.isRepeatable();
    }

    private static String withoutQuery(@Nullable String path) {
        if (path == null || !path.startsWith("/")) {
            return "";
        }
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String scheme() {
        return target.getSchemeName();
    }

    @Override
    public String host() {
        return target.getHostName();
    }

    @Override
    public int port() {
        return target.getPort();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public @Nullable String header(String name) {
        for (Header header : headers) {
            if (header.getName().equalsIgnoreCase(name)) {
                return header.getValue();
            }
        }
        return null;
    }

    /** HttpClient has times for leasing, connecting and answering, none of which runs yet; it has none for the whole. */
    @Override
    public long timeoutNanos() {
        return 0;
    }

    @Override
    public boolean repeatable() {
        return repeatable;
    }
}
