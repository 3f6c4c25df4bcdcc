package org.throttleagent.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Enqueued calls: what waits holds no place that another call could use. */
final class EnqueuedScenarios {
    void waitingCallsHoldNoPlace(World world) throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(5);
        OkHttpClient client = world.client(new OkHttpClient.Builder().dispatcher(dispatcher));
        world.throttle.close(world.server.port());
        World.Outcomes held = new World.Outcomes();
        for (int i = 0; i < 7; i++) {
            client.newCall(world.get()).enqueue(held);
        }
        world.untilWaiting(7);
        World.Outcomes free = new World.Outcomes();
        client.newCall(world.getOther()).enqueue(free);
        assertThat(free.next()).as("a call to another host goes at once").isEqualTo("200 ok");
        assertThat(held.none()).isTrue();
        assertThat(dispatcher.queuedCallsCount()).isEqualTo(7);
        assertThat(dispatcher.queuedCalls()).hasSize(7);

        world.throttle.open(world.server.port());
        for (int i = 0; i < 7; i++) {
            assertThat(held.next()).isEqualTo("200 ok");
        }
        assertThat(dispatcher.queuedCallsCount()).isZero();
        assertThat(world.throttle.callCount()).isEqualTo(8);
        assertThat(world.throttle.count("sent")).isEqualTo(8);
        assertThat(world.throttle.count("waits")).as("no thread waited").isZero();
        assertThat(world.throttle.count("passes"))
                .as("a permit that was granted is used, not asked for again")
                .isZero();
        untilIdle(dispatcher);
        assertPlaces(client, world, 5);
    }

    void aCallThatWaitsToBeSentAgainHoldsNoPlace(World world) throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(1);
        OkHttpClient client = world.client(new OkHttpClient.Builder().dispatcher(dispatcher));
        AtomicInteger idle = new AtomicInteger();
        dispatcher.setIdleCallback(idle::incrementAndGet);
        world.throttle.closeWhenRefused();
        world.server.answer(429);
        World.Outcomes refused = new World.Outcomes();
        client.newCall(world.get()).enqueue(refused);
        world.untilWaiting(1);
        assertThat(dispatcher.runningCallsCount()).isEqualTo(1);
        assertThat(dispatcher.runningCalls()).hasSize(1);
        World.Outcomes free = new World.Outcomes();
        client.newCall(world.getOther()).enqueue(free);
        assertThat(free.next()).isEqualTo("200 ok");

        world.throttle.open(world.server.port());
        assertThat(refused.next()).isEqualTo("200 ok");
        untilIdle(dispatcher);
        assertThat(world.server.requests()).isEqualTo(2);
        assertPlaces(client, world, 1);
    }

    void waitsOfOneHostDoNotUseUpItsPlaces(World world) throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(2);
        OkHttpClient client = world.client(new OkHttpClient.Builder().dispatcher(dispatcher));
        world.throttle.close(world.server.port());
        World.Outcomes held = new World.Outcomes();
        for (int i = 0; i < 5; i++) {
            client.newCall(world.get()).enqueue(held);
        }
        world.untilWaiting(5);
        // the same host name to OkHttp, another limit to the agent
        World.Outcomes free = new World.Outcomes();
        client.newCall(world.getOther()).enqueue(free);
        assertThat(free.next()).isEqualTo("200 ok");
        world.throttle.open(world.server.port());
        for (int i = 0; i < 5; i++) {
            assertThat(held.next()).isEqualTo("200 ok");
        }
        untilIdle(dispatcher);
        assertPlaces(client, world, 2);
    }

    void aRefusalOfTheAgentReachesTheCallback(World world) throws Exception {
        World.Outcomes outcomes = new World.Outcomes();
        world.throttle.close(world.server.port());
        OkHttpClient client = world.client();
        client.newCall(world.get()).enqueue(outcomes);
        world.untilWaiting(1);
        world.throttle.refuseParked(world.server.port(), new IOException("does not fit any more"));
        assertThat(outcomes.next()).endsWith(" does not fit any more");

        world.throttle.refuseAll(new IOException("does not fit"));
        client.newCall(world.get()).enqueue(outcomes);
        assertThat(outcomes.next()).endsWith(" does not fit");
        assertThat(world.server.requests()).isZero();
    }

    void aRequestThatAnInterceptorSendsElsewhereIsAskedForAnew(World world) throws Exception {
        OkHttpClient client = world.client(new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().url(world.other.url()).build())));
        World.Outcomes outcomes = new World.Outcomes();
        client.newCall(world.get()).enqueue(outcomes);
        assertThat(outcomes.next()).isEqualTo("200 ok");
        world.throttle.until("finished", t -> t.count("finished") == 1);
        assertThat(world.throttle.events()).containsExactly("admitted", "passes", "sent", "answered 200", "finished");
    }

    void aCredentialThatAnInterceptorAddsIsLookedAtAgain(World world) throws Exception {
        OkHttpClient client = world.client(new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Authorization", "Bearer token")
                        .header("X-Trace", "1")
                        .build())));
        World.Outcomes outcomes = new World.Outcomes();
        client.newCall(world.get()).enqueue(outcomes);
        assertThat(outcomes.next()).isEqualTo("200 ok");
        assertThat(world.throttle.events()).startsWith("admitted", "granted", "sent");
    }

    void anExecutorThatIsShutDownMeanwhileFailsTheCall(World world) throws Exception {
        OkHttpClient client = world.client();
        world.throttle.close(world.server.port());
        World.Outcomes outcomes = new World.Outcomes();
        client.newCall(world.get()).enqueue(outcomes);
        world.untilWaiting(1);
        untilIdle(client.dispatcher());
        client.dispatcher().executorService().shutdown();
        world.throttle.open(world.server.port());
        assertThat(outcomes.next()).isEqualTo("InterruptedIOException executor rejected");
        assertThat(world.server.requests()).isZero();
        world.throttle.until("given back", t -> t.count("finished") == 1);
    }

    void anExecutorThatRunsCallsAtOnceGetsItsCallback(World world) throws Exception {
        OkHttpClient client = world.client(new OkHttpClient.Builder().dispatcher(new Dispatcher(new CallerExecutor())));
        world.throttle.close(world.server.port());
        World.Outcomes outcomes = new World.Outcomes();
        client.newCall(world.get()).enqueue(outcomes);
        client.newCall(world.getOther()).enqueue(outcomes);
        assertThat(outcomes.next()).isEqualTo("200 ok");
        assertThat(client.dispatcher().queuedCallsCount()).isEqualTo(1);
        world.throttle.open(world.server.port());
        assertThat(outcomes.next()).isEqualTo("200 ok");
    }

    /** Runs everything on the thread that hands it over. */
    private static final class CallerExecutor extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }

    static void untilIdle(Dispatcher dispatcher) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (dispatcher.runningCallsCount() > 0) {
            assertThat(System.nanoTime()).as("idle in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** The dispatcher's books are right again: it runs exactly {@code places} calls of one host at once. */
    static void assertPlaces(OkHttpClient client, World world, int places) throws Exception {
        Semaphore inside = new Semaphore(0);
        CountDownLatch leave = new CountDownLatch(1);
        OkHttpClient slow = client.newBuilder()
                .addInterceptor(chain -> {
                    inside.release();
                    await(leave);
                    return chain.proceed(chain.request());
                })
                .build();
        World.Outcomes outcomes = new World.Outcomes();
        Request request = world.get();
        for (int i = 0; i < places + 2; i++) {
            slow.newCall(request).enqueue(outcomes);
        }
        assertThat(inside.tryAcquire(places, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(inside.tryAcquire()).as("one more than allowed").isFalse();
        assertThat(client.dispatcher().runningCallsCount()).isEqualTo(places);
        leave.countDown();
        for (int i = 0; i < places + 2; i++) {
            assertThat(outcomes.next()).isEqualTo("200 ok");
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
