package org.throttleagent.app.client;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The JDK's client since Java 11. Compiled for 11, so it is loaded by name and only where that client exists. */
public final class JdkHttpClientCaller implements AsyncHttpCaller {
    private final HttpClient client;
    private final int callTimeoutMillis;

    JdkHttpClientCaller(ClientOptions options) {
        this.client = build(options);
        this.callTimeoutMillis = options.callTimeoutMillis();
    }

    @Override
    public String name() {
        return "java-net-http";
    }

    @Override
    public Reply call(Request request) throws IOException, InterruptedException {
        return translate(client.send(translate(request), BodyHandlers.ofByteArray()));
    }

    @Override
    public CompletableFuture<Reply> callAsync(Request request) {
        return new SentCall(client.sendAsync(translate(request), BodyHandlers.ofByteArray()));
    }

    @Override
    public void close() {
        // closeable since Java 21; before, its threads end when it is unreachable
        if (client instanceof AutoCloseable) {
            try {
                ((AutoCloseable) client).close();
            } catch (Exception e) {
                throw new IllegalStateException("java.net.http.HttpClient did not close", e);
            }
        }
    }

    private static HttpClient build(ClientOptions options) {
        HttpClient.Builder builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
        if (options.connectTimeoutMillis() > 0) {
            builder.connectTimeout(Duration.ofMillis(options.connectTimeoutMillis()));
        }
        InetSocketAddress proxy = options.proxy();
        if (proxy != null) {
            builder.proxy(ProxySelector.of(proxy));
        }
        Credentials credentials = options.credentials();
        if (credentials != null) {
            builder.authenticator(credentials.authenticator());
        }
        if (options.trustingAll()) {
            builder.sslContext(TrustInAll.context());
        }
        return builder.build();
    }

    private HttpRequest translate(Request request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.uri()).method(request.method(), publisher(request.body()));
        request.headers().forEach((name, value) -> {
            // this client has a switch for what others have as a header
            if (name.equalsIgnoreCase("Expect")) {
                builder.expectContinue(true);
            } else {
                builder.setHeader(name, value);
            }
        });
        if (callTimeoutMillis > 0) {
            builder.timeout(Duration.ofMillis(callTimeoutMillis));
        }
        return builder.build();
    }

    private static BodyPublisher publisher(Body body) {
        switch (body.kind()) {
            case NONE:
                return BodyPublishers.noBody();
            case BYTES:
                return BodyPublishers.ofByteArray(body.content());
            case TEXT:
                return BodyPublishers.ofString(body.text());
            case FILE:
                return file(body);
            case SIZED_STREAM:
                return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(body::open), body.length());
            default:
                return BodyPublishers.ofInputStream(body::open);
        }
    }

    private static BodyPublisher file(Body body) {
        try {
            return BodyPublishers.ofFile(body.file());
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply translate(HttpResponse<byte[]> response) {
        String protocol = response.version() == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1";
        return new Reply(response.statusCode(), protocol, response.headers().map(), response.body());
    }

    /** A future that cancels the client's own: before Java 16 those derived from it do not. */
    private static final class SentCall extends CompletableFuture<Reply> {
        private final CompletableFuture<HttpResponse<byte[]>> sent;

        SentCall(CompletableFuture<HttpResponse<byte[]>> sent) {
            this.sent = sent;
            sent.whenComplete(this::ended);
        }

        private void ended(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
            if (response == null) {
                completeExceptionally(failure);
            } else {
                complete(translate(response));
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            sent.cancel(mayInterruptIfRunning);
            return cancelled;
        }
    }
}
