package org.throttleagent.client.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;

/** How a wait ends when it does not end by itself: soon, with what HttpClient itself throws, and with nothing sent. */
final class EndingScenarios {
    private static final long PROMPT_MILLIS = 250;

    void anAbortedRequest(World world) throws Exception {
        aborted(world, world.client());
    }

    void anAbortedRequestOfAMinimalClient(World world) throws Exception {
        aborted(world, world.minimal());
    }

    private static void aborted(World world, CloseableHttpClient client) throws Exception {
        world.throttle.close(world.server.port());
        HttpGet request = world.get();
        Future<IOException> failure = world.elsewhere(() -> World.failure(client, request));
        world.untilWaiting(1);
        long begin = System.nanoTime();
        request.abort();
        assertEndsSoon(world, failure, begin);
    }

    void anAbortedRequestThatIsToBeSentAgain(World world) throws Exception {
        world.throttle.closeWhenRefused();
        world.server.answer(429);
        HttpGet request = world.get();
        CloseableHttpClient client = world.client();
        Future<IOException> failure = world.elsewhere(() -> World.failure(client, request));
        world.untilWaiting(1);
        request.abort();
        assertThat(failure.get(10, TimeUnit.SECONDS)).isExactlyInstanceOf(RequestFailedException.class);
        assertThat(world.server.requests()).isEqualTo(1);
    }

    void aClosedClient(World world) throws Exception {
        closed(world, world.client());
    }

    void aClosedMinimalClient(World world) throws Exception {
        closed(world, world.minimal());
    }

    private static void closed(World world, CloseableHttpClient client) throws Exception {
        world.throttle.close(world.server.port());
        Future<IOException> failure = world.elsewhere(() -> World.failure(client, world.get()));
        world.untilWaiting(1);
        long begin = System.nanoTime();
        client.close();
        assertEndsSoon(world, failure, begin);
    }

    private static void assertEndsSoon(World world, Future<IOException> failure, long begin) throws Exception {
        assertThat(failure.get(10, TimeUnit.SECONDS)).isExactlyInstanceOf(RequestFailedException.class);
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.MILLISECONDS.toNanos(PROMPT_MILLIS));
        assertThat(world.throttle.events()).containsExactly("waits", "finished");
        assertThat(world.server.requests()).isZero();
    }

    void anInterruptKeepsTheFlag(World world) throws Exception {
        world.throttle.close(world.server.port());
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        CloseableHttpClient client = world.client();
        Future<Boolean> flag = world.elsewhere(() -> {
            waiting.complete(Thread.currentThread());
            assertThat(World.failure(client, world.get())).isInstanceOf(InterruptedIOException.class);
            return Thread.interrupted();
        });
        world.untilWaiting(1);
        waiting.join().interrupt();
        assertThat(flag.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(world.server.requests()).isZero();
    }
}
