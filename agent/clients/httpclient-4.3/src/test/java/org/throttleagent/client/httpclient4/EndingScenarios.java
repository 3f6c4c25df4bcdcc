package org.throttleagent.client.httpclient4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.BasicHttpClientConnectionManager;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** A wait that is ended from outside ends as HttpClient itself ends one, and soon. */
final class EndingScenarios {
    private static final long PROMPT_MILLIS = 250;

    void byAnAbort(World world) throws Exception {
        for (CloseableHttpClient client : world.bothKinds()) {
            world.throttle.close(world.server.port());
            HttpGet request = world.get();
            Future<String> outcome = world.elsewhere(() -> World.outcome(client, request));
            world.untilWaiting(1);
            long begin = System.nanoTime();
            request.abort();
            assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo("RequestAbortedException Request aborted");
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.MILLISECONDS.toNanos(PROMPT_MILLIS));
        }
        assertThat(world.throttle.events()).contains("cancelled").endsWith("finished");
        assertThat(world.server.requests()).isZero();
    }

    void byAnAbortBeforeItIsSentAgain(World world) throws Exception {
        for (CloseableHttpClient client : world.bothKinds()) {
            world.throttle.closeWhenRefused();
            world.server.answer(429);
            HttpGet request = world.get();
            Future<String> outcome = world.elsewhere(() -> World.outcome(client, request));
            world.untilWaiting(1);
            request.abort();
            assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo("RequestAbortedException Request aborted");
            world.throttle.open(world.server.port());
        }
        assertThat(world.server.requests()).isEqualTo(2);
    }

    void byAnAbortThatCameFirst(World world) {
        world.throttle.close(world.server.port());
        HttpGet request = world.get();
        request.abort();
        assertThat(World.outcome(world.client(), request)).isEqualTo("RequestAbortedException Request aborted");
        assertThat(world.server.requests()).isZero();
    }

    void byAnInterrupt(World world) throws Exception {
        for (CloseableHttpClient client : world.bothKinds()) {
            world.throttle.close(world.server.port());
            CompletableFuture<Thread> waiting = new CompletableFuture<>();
            Future<Boolean> flag = world.elsewhere(() -> {
                waiting.complete(Thread.currentThread());
                assertThat(World.outcome(client, world.get())).isEqualTo("RequestAbortedException Request aborted");
                return Thread.interrupted();
            });
            world.untilWaiting(1);
            waiting.join().interrupt();
            assertThat(flag.get(10, TimeUnit.SECONDS)).as("the flag").isTrue();
        }
        assertThat(world.server.requests()).isZero();
    }

    void byClosingTheClient(World world) throws Exception {
        CloseableHttpClient[] clients = {
            world.client(),
            world.minimal(),
            world.client(HttpClients.custom().setConnectionManager(new BasicHttpClientConnectionManager())),
        };
        for (CloseableHttpClient client : clients) {
            world.throttle.close(world.server.port());
            Future<String> outcome = world.elsewhere(() -> World.outcome(client, world.get()));
            world.untilWaiting(1);
            long begin = System.nanoTime();
            client.close();
            assertThat(outcome.get(10, TimeUnit.SECONDS)).matches("IllegalStateException Connection .* shut down");
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.MILLISECONDS.toNanos(PROMPT_MILLIS));
        }
        assertThat(world.server.requests()).isZero();
        assertThat(world.throttle.count("sent")).isZero();
    }

    void butNotByClosingAnotherClient(World world) throws Exception {
        PoolingHttpClientConnectionManager shared = new PoolingHttpClientConnectionManager();
        CloseableHttpClient client = world.client(HttpClients.custom().setConnectionManager(shared));
        CloseableHttpClient another = world.client();
        world.throttle.close(world.server.port());
        Future<String> outcome = world.elsewhere(() -> World.outcome(client, world.get()));
        world.untilWaiting(1);
        World.outcome(another, world.getOther());
        another.close();
        world.throttle.open(world.server.port());
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo("200 ok");
    }
}
