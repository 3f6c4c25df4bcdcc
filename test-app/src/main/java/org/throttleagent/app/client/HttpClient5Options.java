package org.throttleagent.app.client;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.cache.CachingHttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactory;
import org.apache.hc.core5.http.HttpHost;

/** Builds Apache's client, version 5. What an artifact of its own has is only asked for when the option is used. */
final class HttpClient5Options {
    private HttpClient5Options() {}

    static CloseableHttpClient build(ClientOptions options) {
        HttpClientBuilder builder = options.cache() == null ? HttpClientBuilder.create() : Caching.builder();
        builder.setDefaultRequestConfig(times(options)).setConnectionManager(connections(options));
        InetSocketAddress proxy = options.proxy();
        if (proxy != null) {
            builder.setProxy(new HttpHost(proxy.getHostString(), proxy.getPort()));
        }
        Credentials credentials = options.credentials();
        if (credentials != null) {
            builder.setDefaultCredentialsProvider(provider(credentials));
        }
        return builder.build();
    }

    static BasicCredentialsProvider provider(Credentials credentials) {
        BasicCredentialsProvider provider = new BasicCredentialsProvider();
        provider.setCredentials(
                new AuthScope(null, -1),
                new UsernamePasswordCredentials(
                        credentials.user(), credentials.password().toCharArray()));
        return provider;
    }

    /** By the older methods, which all versions have. */
    @SuppressWarnings("deprecation")
    private static PoolingHttpClientConnectionManager connections(ClientOptions options) {
        PoolingHttpClientConnectionManagerBuilder builder = PoolingHttpClientConnectionManagerBuilder.create();
        if (options.trustingAll()) {
            builder.setSSLSocketFactory(
                    new SSLConnectionSocketFactory(TrustInAll.context(), NoopHostnameVerifier.INSTANCE));
        }
        if (options.maxRequests() > 0) {
            builder.setMaxConnTotal(options.maxRequests());
        }
        return builder.build();
    }

    /** By the older methods, which all versions have. */
    @SuppressWarnings("deprecation")
    static RequestConfig times(ClientOptions options) {
        RequestConfig.Builder times = RequestConfig.custom();
        if (options.connectTimeoutMillis() > 0) {
            times.setConnectTimeout(options.connectTimeoutMillis(), TimeUnit.MILLISECONDS);
        }
        if (options.responseTimeoutMillis() > 0) {
            times.setResponseTimeout(options.responseTimeoutMillis(), TimeUnit.MILLISECONDS);
        }
        return times.build();
    }

    /** Keeps answers in memory: the directory only says that there is to be a cache. */
    private static final class Caching {
        static HttpClientBuilder builder() {
            return CachingHttpClientBuilder.create();
        }
    }
}
