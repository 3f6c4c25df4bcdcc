package org.throttleagent.app.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which clients there are, and how to get one. */
public final class HttpCallers {
    /** In the order in which the demo uses them, which shows the first three if it is not told otherwise. */
    private enum Known {
        HTTP_URL_CONNECTION("http-url-connection", "java.net.HttpURLConnection", "HttpUrlConnectionCaller"),
        JDK_HTTPCLIENT("java-net-http", "java.net.http.HttpClient", "JdkHttpClientCaller"),
        OKHTTP("okhttp", "okhttp3.OkHttpClient", "OkHttpCaller"),
        HTTPCLIENT_4("httpclient-4", "org.apache.http.impl.client.CloseableHttpClient", "HttpClient4Caller");

        final String name;
        final String needs;
        final String caller;

        Known(String name, String needs, String caller) {
            this.name = name;
            this.needs = needs;
            this.caller = HttpCallers.class.getPackage().getName() + '.' + caller;
        }
    }

    private HttpCallers() {}

    /** The names of the clients that this JVM can run. */
    public static List<String> available() {
        List<String> names = new ArrayList<>();
        for (Known known : Known.values()) {
            if (isVisible(known.needs)) {
                names.add(known.name);
            }
        }
        return Collections.unmodifiableList(names);
    }

    /** A new client with its library's defaults; see {@link #open(String, ClientOptions)}. */
    public static HttpCaller open(String name) {
        return open(name, ClientOptions.defaults());
    }

    /**
     * A new client.
     *
     * @throws IllegalArgumentException if there is no such client here; the message names those that are
     */
    public static HttpCaller open(String name, ClientOptions options) {
        for (Known known : Known.values()) {
            if (known.name.equals(name) && isVisible(known.needs)) {
                return create(known, options);
            }
        }
        throw new IllegalArgumentException("client '" + name + "' is not one of " + available());
    }

    /** By name, because a caller's class may need a newer Java than this JVM is. */
    private static HttpCaller create(Known known, ClientOptions options) {
        try {
            return Class.forName(known.caller)
                    .asSubclass(HttpCaller.class)
                    .getDeclaredConstructor(ClientOptions.class)
                    .newInstance(options);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("client '" + known.name + "' could not be created", e);
        }
    }

    private static boolean isVisible(String className) {
        try {
            Class.forName(className, false, HttpCallers.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
