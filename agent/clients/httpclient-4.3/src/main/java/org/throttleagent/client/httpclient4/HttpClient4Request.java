package org.throttleagent.client.httpclient4;

import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.RequestLine;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;

/** HttpClient's request as it is before a connection is asked for: later the client adds its own authentication. */
final class HttpClient4Request implements OutboundRequest {
    private final HttpHost target;
    private final HttpRequest request;
    private final Header[] headers;
    private final String method;
    private final String uri;

    HttpClient4Request(HttpHost target, HttpRequest request) {
        this.target = target;
        this.request = request;
        this.headers = request.getAllHeaders();
        RequestLine line = request.getRequestLine();
        this.method = line.getMethod();
        this.uri = line.getUri();
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
        return path(uri);
    }

    /** Of a request line: towards a proxy, and in minimal clients, it has the whole address. */
    static String path(String uri) {
        int begin = 0;
        if (!uri.startsWith("/")) {
            int scheme = uri.indexOf("://");
            begin = scheme < 0 ? uri.length() : endOf("/?#", uri, scheme + 3);
        }
        return uri.startsWith("/", begin) ? uri.substring(begin, endOf("?#", uri, begin)) : "";
    }

    /** Where the first of these characters is; the length if there is none. */
    private static int endOf(String delimiters, String uri, int begin) {
        int end = begin;
        while (end < uri.length() && delimiters.indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        return end;
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

    @Override
    public long timeoutNanos() {
        return 0; // there is a time for the pool, one for connecting and one for each read, but none for the request
    }

    @Override
    public boolean repeatable() {
        HttpEntity entity = request instanceof HttpEntityEnclosingRequest
                ? ((HttpEntityEnclosingRequest) request).getEntity()
                : null;
        return entity == null || entity.isRepeatable();
    }
}
