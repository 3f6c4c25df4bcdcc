package org.throttleagent.app.client;

import java.io.File;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** How a client is built where its defaults are not wanted. Immutable; times in milliseconds, 0 for the client's own. */
public final class ClientOptions {
    private static final ClientOptions DEFAULTS = new ClientOptions();

    private int connectTimeoutMillis;
    private int responseTimeoutMillis;
    private int callTimeoutMillis;
    private int maxRequests;
    private boolean trustingAll;
    private @Nullable InetSocketAddress proxy;
    private @Nullable Credentials credentials;
    private @Nullable File cache;

    private ClientOptions() {}

    private ClientOptions(ClientOptions other) {
        connectTimeoutMillis = other.connectTimeoutMillis;
        responseTimeoutMillis = other.responseTimeoutMillis;
        callTimeoutMillis = other.callTimeoutMillis;
        maxRequests = other.maxRequests;
        trustingAll = other.trustingAll;
        proxy = other.proxy;
        credentials = other.credentials;
        cache = other.cache;
    }

    /** The client as its library makes it. */
    public static ClientOptions defaults() {
        return DEFAULTS;
    }

    /** The longest time to wait for a connection. */
    public ClientOptions withConnectTimeoutMillis(int millis) {
        ClientOptions options = new ClientOptions(this);
        options.connectTimeoutMillis = millis;
        return options;
    }

    /** The longest time to wait for the answer once the request is on its way, as the client understands it. */
    public ClientOptions withResponseTimeoutMillis(int millis) {
        ClientOptions options = new ClientOptions(this);
        options.responseTimeoutMillis = millis;
        return options;
    }

    /** The longest time that the whole call may take, in clients that know such a limit. */
    public ClientOptions withCallTimeoutMillis(int millis) {
        ClientOptions options = new ClientOptions(this);
        options.callTimeoutMillis = millis;
        return options;
    }

    /** How many calls may be going on at once, in clients that have such a limit; 0 for the client's own. */
    public ClientOptions withMaxRequests(int requests) {
        ClientOptions options = new ClientOptions(this);
        options.maxRequests = requests;
        return options;
    }

    /** Takes every certificate and every host name. */
    public ClientOptions withTrustInAll() {
        ClientOptions options = new ClientOptions(this);
        options.trustingAll = true;
        return options;
    }

    /** Calls through an HTTP proxy. */
    public ClientOptions withProxy(InetSocketAddress address) {
        ClientOptions options = new ClientOptions(this);
        options.proxy = address;
        return options;
    }

    /** Answers challenges of servers and proxies alike. HttpURLConnection asks the JVM's default authenticator instead. */
    public ClientOptions withCredentials(Credentials answer) {
        ClientOptions options = new ClientOptions(this);
        options.credentials = answer;
        return options;
    }

    /** Keeps answers in a directory, in clients that have a cache. */
    public ClientOptions withCache(File directory) {
        ClientOptions options = new ClientOptions(this);
        options.cache = directory;
        return options;
    }

    int connectTimeoutMillis() {
        return connectTimeoutMillis;
    }

    int responseTimeoutMillis() {
        return responseTimeoutMillis;
    }

    int callTimeoutMillis() {
        return callTimeoutMillis;
    }

    int maxRequests() {
        return maxRequests;
    }

    boolean trustingAll() {
        return trustingAll;
    }

    @Nullable
    InetSocketAddress proxy() {
        return proxy;
    }

    @Nullable
    Credentials credentials() {
        return credentials;
    }

    @Nullable
    File cache() {
        return cache;
    }
}
