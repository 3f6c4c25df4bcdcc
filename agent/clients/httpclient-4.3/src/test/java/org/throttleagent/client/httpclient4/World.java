package org.throttleagent.client.httpclient4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.http.HttpEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import org.throttleagent.client.testing.ScriptedServer;
import org.throttleagent.client.testing.ScriptedThrottle;

/** What every scenario begins with: an agent, two servers and a client. Made by the loader that has HttpClient. */
final class World implements AutoCloseable {
    final ScriptedThrottle throttle;
    final ScriptedServer server = new ScriptedServer();
    final ScriptedServer other = new ScriptedServer();
    private final List<CloseableHttpClient> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    World(ScriptedThrottle throttle) {
        this.throttle = throttle;
    }

    CloseableHttpClient client() {
        return client(HttpClients.custom());
    }

    CloseableHttpClient client(HttpClientBuilder builder) {
        return keep(builder.build());
    }

    CloseableHttpClient minimal() {
        return keep(HttpClients.createMinimal());
    }

    /** One of each kind. */
    List<CloseableHttpClient> bothKinds() {
        return List.of(client(), minimal());
    }

    private CloseableHttpClient keep(CloseableHttpClient client) {
        clients.add(client);
        return client;
    }

    HttpGet get() {
        return new HttpGet(server.url());
    }

    HttpGet getOther() {
        return new HttpGet(other.url());
    }

    HttpPost post(HttpEntity body) {
        HttpPost post = new HttpPost(server.url());
        post.setEntity(body);
        return post;
    }

    /** What a call comes to: {@code 200 ok}, or an exception's class and message. */
    static String outcome(CloseableHttpClient client, HttpUriRequest request) {
        try (CloseableHttpResponse response = client.execute(request)) {
            HttpEntity body = response.getEntity();
            return response.getStatusLine().getStatusCode() + " " + (body == null ? "" : EntityUtils.toString(body));
        } catch (IOException | RuntimeException e) {
            return e.getClass().getSimpleName() + " " + e.getMessage();
        }
    }

    /** Runs {@code task} on another thread. */
    <T> Future<T> elsewhere(Callable<T> task) {
        return threads.submit(task);
    }

    void untilWaiting(int calls) throws InterruptedException {
        throttle.until(calls + " waiting", t -> t.waiting() == calls);
    }

    @Override
    public void close() throws IOException {
        for (CloseableHttpClient client : clients) {
            client.close();
        }
        threads.shutdownNow();
        server.close();
        other.close();
    }
}
