package org.throttleagent.app.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The client that every JDK has. */
public final class HttpUrlConnectionCaller implements HttpCaller {
    private final ClientOptions options;
    private final @Nullable SSLSocketFactory trustingAll;

    HttpUrlConnectionCaller(ClientOptions options) {
        this.options = options;
        this.trustingAll = options.trustingAll() ? TrustInAll.context().getSocketFactory() : null;
    }

    @Override
    public String name() {
        return "http-url-connection";
    }

    @Override
    public Reply call(Request request) throws IOException {
        HttpURLConnection connection = open(request);
        connection.setRequestMethod(request.method());
        request.headers().forEach(connection::setRequestProperty);
        if (request.body().kind() != Body.Kind.NONE) {
            write(request.body(), connection);
        }
        int status = connection.getResponseCode();
        // an answer of 400 or more has its body in the error stream, which is null where there is none
        InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        byte[] body = in == null ? new byte[0] : readAll(in);
        return new Reply(status, protocol(connection), headers(connection), body);
    }

    @Override
    public void close() {
        // idle connections belong to the JVM, not to this object
    }

    private HttpURLConnection open(Request request) throws IOException {
        InetSocketAddress proxy = options.proxy();
        URL url = request.uri().toURL();
        HttpURLConnection connection = (HttpURLConnection)
                (proxy == null ? url.openConnection() : url.openConnection(new Proxy(Proxy.Type.HTTP, proxy)));
        connection.setConnectTimeout(options.connectTimeoutMillis());
        connection.setReadTimeout(options.responseTimeoutMillis());
        if (trustingAll != null && connection instanceof HttpsURLConnection) {
            HttpsURLConnection https = (HttpsURLConnection) connection;
            https.setSSLSocketFactory(trustingAll);
            https.setHostnameVerifier((host, session) -> true);
        }
        return connection;
    }

    private static void write(Body body, HttpURLConnection connection) throws IOException {
        connection.setDoOutput(true);
        switch (body.kind()) {
            case SIZED_STREAM:
                connection.setFixedLengthStreamingMode(body.length());
                break;
            case CHUNKED_STREAM:
            case ONE_SHOT:
                connection.setChunkedStreamingMode(0);
                break;
            case BYTES:
            case TEXT:
            case FILE:
            case NONE:
                break;
        }
        try (OutputStream out = connection.getOutputStream()) {
            copy(body.open(), out);
        }
    }

    /** The status line is the header field that has no name. */
    private static String protocol(HttpURLConnection connection) {
        String statusLine = connection.getHeaderField(0);
        return statusLine.substring(0, statusLine.indexOf(' '));
    }

    private static Map<String, List<String>> headers(HttpURLConnection connection) {
        Map<@Nullable String, List<String>> named = new HashMap<>(connection.getHeaderFields());
        named.remove(null);
        return named;
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream source = in) {
            copy(source, out);
        }
        return out.toByteArray();
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[8192];
        int count;
        while ((count = in.read(buffer)) >= 0) {
            out.write(buffer, 0, count);
        }
    }
}
