package org.throttleagent.app.client;

import java.net.InetSocketAddress;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.cache.CacheConfig;
import org.apache.http.impl.client.cache.CachingHttpClientBuilder;

/** Builds Apache's client, version 4. What an artifact of its own has is only asked for when the option is used. */
final class HttpClient4Options {
    private HttpClient4Options() {}

    static CloseableHttpClient build(ClientOptions options) {
        HttpClientBuilder builder = options.cache() == null ? HttpClientBuilder.create() : Caching.builder();
        builder.setDefaultRequestConfig(times(options));
        InetSocketAddress proxy = options.proxy();
        if (proxy != null) {
            builder.setProxy(new HttpHost(proxy.getHostString(), proxy.getPort()));
        }
        Credentials credentials = options.credentials();
        if (credentials != null) {
            BasicCredentialsProvider provider = new BasicCredentialsProvider();
            provider.setCredentials(
                    AuthScope.ANY, new UsernamePasswordCredentials(credentials.user(), credentials.password()));
            builder.setDefaultCredentialsProvider(provider);
        }
        if (options.trustingAll()) {
            trustAll(builder);
        }
        if (options.maxRequests() > 0) {
            builder.setMaxConnTotal(options.maxRequests());
        }
        return builder.build();
    }

    /** By the older methods, which all versions have. */
    @SuppressWarnings("deprecation")
    private static void trustAll(HttpClientBuilder builder) {
        builder.setSslcontext(TrustInAll.context());
        builder.setHostnameVerifier(SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER);
    }

    private static RequestConfig times(ClientOptions options) {
        RequestConfig.Builder times = RequestConfig.custom();
        if (options.connectTimeoutMillis() > 0) {
            times.setConnectTimeout(options.connectTimeoutMillis());
        }
        if (options.responseTimeoutMillis() > 0) {
            times.setSocketTimeout(options.responseTimeoutMillis());
        }
        return times.build();
    }

    /** Keeps answers in memory: the directory only says that there is to be a cache. */
    private static final class Caching {
        static HttpClientBuilder builder() {
            return CachingHttpClientBuilder.create().setCacheConfig(CacheConfig.DEFAULT);
        }
    }
}
