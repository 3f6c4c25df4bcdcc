package org.throttleagent.app.client;

import java.io.File;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Cache;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Builds OkHttp's client. What a version does not have is only asked of it when the option is used. */
final class OkHttpOptions {
    private static final long CACHE_BYTES = 1 << 20;

    private OkHttpOptions() {}

    static OkHttpClient build(ClientOptions options) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        times(builder, options);
        InetSocketAddress proxy = options.proxy();
        if (proxy != null) {
            builder.proxy(new Proxy(Proxy.Type.HTTP, proxy));
        }
        Credentials credentials = options.credentials();
        if (credentials != null) {
            builder.authenticator(answering("Authorization", credentials));
            builder.proxyAuthenticator(answering("Proxy-Authorization", credentials));
        }
        if (options.trustingAll()) {
            builder.sslSocketFactory(TrustInAll.context().getSocketFactory(), new TrustInAll());
            builder.hostnameVerifier((host, session) -> true);
        }
        if (options.maxRequests() > 0) {
            Dispatcher dispatcher = new Dispatcher();
            dispatcher.setMaxRequests(options.maxRequests());
            builder.dispatcher(dispatcher);
        }
        File cache = options.cache();
        if (cache != null) {
            builder.cache(new Cache(cache, CACHE_BYTES));
        }
        return builder.build();
    }

    private static void times(OkHttpClient.Builder builder, ClientOptions options) {
        if (options.connectTimeoutMillis() > 0) {
            builder.connectTimeout(options.connectTimeoutMillis(), TimeUnit.MILLISECONDS);
        }
        if (options.responseTimeoutMillis() > 0) {
            builder.readTimeout(options.responseTimeoutMillis(), TimeUnit.MILLISECONDS);
        }
        if (options.callTimeoutMillis() > 0) {
            builder.callTimeout(options.callTimeoutMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Answers a challenge once: a second one means that the answer was wrong. */
    private static Authenticator answering(String header, Credentials credentials) {
        return (route, response) -> response.request().header(header) != null
                ? null
                : response.request()
                        .newBuilder()
                        .header(header, credentials.basic())
                        .build();
    }
}
