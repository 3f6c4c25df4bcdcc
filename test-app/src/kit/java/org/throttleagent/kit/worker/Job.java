package org.throttleagent.kit.worker;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.throttleagent.app.client.AsyncHttpCaller;
import org.throttleagent.app.client.Body;
import org.throttleagent.app.client.ClientOptions;
import org.throttleagent.app.client.Credentials;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.HttpCallers;
import org.throttleagent.app.client.Request;

/** What one case wants done: the properties that begin with its id. Immutable. */
final class Job {
    static final Credentials CREDENTIALS = Credentials.of("kit", "secret");

    /** The one way that Java 8 has to ask for it. */
    private static final String PID =
            ManagementFactory.getRuntimeMXBean().getName().split("@", 2)[0];

    private final String id;
    private final Properties properties;

    Job(String id, Properties properties) {
        this.id = id;
        this.properties = properties;
    }

    String id() {
        return id;
    }

    /** The client's name, as settings have it. */
    String client() {
        return String.valueOf(properties.getProperty("client"));
    }

    @Nullable
    String find(String key) {
        String value = properties.getProperty(id + '.' + key);
        return value == null ? null : value.replace("{pid}", PID);
    }

    String get(String key) {
        String value = find(key);
        if (value == null) {
            throw new IllegalArgumentException("case " + id + " has no " + key);
        }
        return value;
    }

    int number(String key, int otherwise) {
        String value = find(key);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** The requests in {@code requests}. */
    List<Request> requests() {
        return requests("requests");
    }

    /** Requests, made anew: {@code METHOD URL [BODY_KIND]}, separated by semicolons; none if the case has none. */
    List<Request> requests(String key) {
        List<Request> requests = new ArrayList<>();
        String lines = find(key);
        if (lines != null) {
            for (String line : lines.split(";", -1)) {
                requests.add(request(line.trim()));
            }
        }
        return requests;
    }

    private Request request(String line) {
        String[] words = line.split(" ", -1);
        Body body = words.length < 3 ? Body.none() : Body.of(Body.Kind.valueOf(words[2]), content());
        Request request = Request.of(words[0], URI.create(words[1]), body);
        String headers = find("headers");
        if (headers != null) {
            for (String header : headers.split("\\|", -1)) {
                int colon = header.indexOf(':');
                request = request.withHeader(
                        header.substring(0, colon), header.substring(colon + 1).trim());
            }
        }
        return request;
    }

    private byte[] content() {
        StringBuilder content = new StringBuilder("body of ").append(id);
        int size = number("body-size", content.length());
        while (content.length() < size) {
            content.append(' ').append(content.length());
        }
        content.setLength(size);
        return content.toString().getBytes(StandardCharsets.US_ASCII);
    }

    HttpCaller open() {
        return HttpCallers.open(client(), options());
    }

    AsyncHttpCaller openAsync() {
        return (AsyncHttpCaller) open();
    }

    private ClientOptions options() {
        ClientOptions options = ClientOptions.defaults()
                .withConnectTimeoutMillis(number("connect-timeout", 0))
                .withResponseTimeoutMillis(number("response-timeout", 0))
                .withCallTimeoutMillis(number("call-timeout", 0))
                .withMaxRequests(number("max-requests", 0));
        String proxy = find("proxy");
        if (proxy != null) {
            options = options.withProxy(new InetSocketAddress("127.0.0.1", Integer.parseInt(proxy)));
        }
        String cache = find("cache");
        if (cache != null) {
            options = options.withCache(new File(cache));
        }
        if (find("trust-all") != null) {
            options = options.withTrustInAll();
        }
        return find("credentials") == null ? options : options.withCredentials(CREDENTIALS);
    }
}
