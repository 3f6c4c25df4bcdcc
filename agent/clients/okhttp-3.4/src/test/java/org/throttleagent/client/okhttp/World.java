package org.throttleagent.client.okhttp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.throttleagent.client.testing.ScriptedServer;
import org.throttleagent.client.testing.ScriptedThrottle;

/** What every scenario begins with: an agent, two servers and a client. Made by the loader that has OkHttp. */
final class World implements AutoCloseable {
    final ScriptedThrottle throttle;
    final ScriptedServer server = new ScriptedServer();
    final ScriptedServer other = new ScriptedServer();
    private final List<OkHttpClient> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    World(ScriptedThrottle throttle) {
        this.throttle = throttle;
    }

    OkHttpClient client() {
        return client(new OkHttpClient.Builder());
    }

    OkHttpClient client(OkHttpClient.Builder builder) {
        OkHttpClient client = builder.build();
        clients.add(client);
        return client;
    }

    Request get() {
        return new Request.Builder().url(server.url()).build();
    }

    Request getOther() {
        return new Request.Builder().url(other.url()).build();
    }

    /** Runs {@code task} on another thread. */
    <T> Future<T> elsewhere(Callable<T> task) {
        return threads.submit(task);
    }

    void untilWaiting(int calls) throws InterruptedException {
        throttle.until(calls + " waiting", t -> t.waiting() == calls);
    }

    /** Collects what callbacks get: {@code 200 ok}, or an exception's class and message. */
    static final class Outcomes implements Callback {
        private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();

        @Override
        public void onResponse(Call call, Response response) throws IOException {
            outcomes.add(response.code() + " " + response.body().string());
        }

        @Override
        public void onFailure(Call call, IOException e) {
            outcomes.add(e.getClass().getSimpleName() + " " + e.getMessage());
        }

        /** The next outcome, or what says that none came within ten seconds. */
        String next() throws InterruptedException {
            String outcome = outcomes.poll(10, TimeUnit.SECONDS);
            return outcome == null ? "no callback" : outcome;
        }

        boolean none() {
            return outcomes.isEmpty();
        }
    }

    @Override
    public void close() {
        for (OkHttpClient client : clients) {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
        threads.shutdownNow();
        server.close();
        other.close();
    }
}
