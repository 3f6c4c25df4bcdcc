package org.throttleagent.client.httpclient5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.throttleagent.client.testing.ScriptedServer;
import org.throttleagent.client.testing.ScriptedThrottle;

/** What every scenario begins with: an agent, two servers and a client with one connection. Made by the loader that has it. */
final class World implements AutoCloseable {
    final ScriptedThrottle throttle;
    final ScriptedServer server = new ScriptedServer();
    final ScriptedServer other = new ScriptedServer();
    final PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    private final List<CloseableHttpClient> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    World(ScriptedThrottle throttle) {
        this.throttle = throttle;
        pool.setMaxTotal(1);
    }

    /** The default client, but for the second that it waits before it tries again. */
    CloseableHttpClient client() {
        return client(HttpClients.custom()
                .setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, TimeValue.ofMilliseconds(1))));
    }

    CloseableHttpClient client(HttpClientBuilder builder) {
        return keep(builder.setConnectionManager(pool).build());
    }

    CloseableHttpClient minimal() {
        return keep(HttpClients.createMinimal(pool));
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

    HttpPost post(HttpEntity entity) {
        HttpPost post = new HttpPost(server.url());
        post.setEntity(entity);
        return post;
    }

    /** The status and the body. With a context, without which 5.0's minimal client cannot do. */
    static String send(CloseableHttpClient client, HttpUriRequestBase request) throws IOException {
        try (CloseableHttpResponse response = client.execute(request, HttpClientContext.create())) {
            HttpEntity entity = response.getEntity();
            return response.getCode() + " " + (entity == null ? "" : EntityUtils.toString(entity));
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    /** What {@link #send} does, on another thread. */
    Future<String> sends(CloseableHttpClient client, HttpUriRequestBase request) {
        return elsewhere(() -> send(client, request));
    }

    <T> Future<T> elsewhere(Callable<T> task) {
        return threads.submit(task);
    }

    static IOException failure(CloseableHttpClient client, HttpUriRequestBase request) {
        try {
            throw new AssertionError("answered " + send(client, request));
        } catch (IOException e) {
            return e;
        }
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
