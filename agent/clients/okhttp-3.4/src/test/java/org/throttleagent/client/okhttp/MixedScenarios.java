package org.throttleagent.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Everything at once: limits open and close, calls are cancelled and refused. */
final class MixedScenarios {
    private static final int CALLS = 150;

    void everyCallGetsExactlyOneCallback(World world) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(4);
        dispatcher.setMaxRequestsPerHost(3);
        // 3.14 to 4.0 else try a new connection for ever that the cancellation of another call has closed
        OkHttpClient client =
                world.client(new OkHttpClient.Builder().dispatcher(dispatcher).retryOnConnectionFailure(false));
        world.throttle.closeWhenRefused();
        AtomicIntegerArray callbacks = new AtomicIntegerArray(CALLS);
        CountDownLatch done = new CountDownLatch(CALLS);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            step(world, random, calls);
            Call call = client.newCall(random.nextBoolean() ? world.get() : world.getOther());
            calls.add(call);
            call.enqueue(new Counting(callbacks, i, done));
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        do {
            world.throttle.open(world.server.port());
            world.throttle.open(world.other.port());
        } while (!done.await(10, TimeUnit.MILLISECONDS) && System.nanoTime() < deadline);
        for (int i = 0; i < CALLS; i++) {
            assertThat(callbacks.get(i))
                    .as("callbacks of call " + i + ", seed " + seed)
                    .isEqualTo(1);
        }
        EnqueuedScenarios.untilIdle(dispatcher);
        client.connectionPool().evictAll(); // some of them are closed
        world.server.forgetAnswers(); // a refusal left over would close the port once more
        world.throttle.open(world.server.port());
        assertThat(dispatcher.queuedCallsCount()).isZero();
        EnqueuedScenarios.assertPlaces(client, world, 3);
    }

    private static void step(World world, Random random, List<Call> calls) {
        int port = random.nextBoolean() ? world.server.port() : world.other.port();
        switch (random.nextInt(6)) {
            case 0 -> world.throttle.close(port);
            case 1, 2 -> world.throttle.open(port);
            case 3 -> world.server.answer(429);
            case 4 -> world.throttle.refuseParked(port, new IOException("does not fit"));
            default -> {
                if (!calls.isEmpty()) {
                    calls.get(random.nextInt(calls.size())).cancel();
                }
            }
        }
    }

    private static final class Counting implements Callback {
        private final AtomicIntegerArray callbacks;
        private final int index;
        private final CountDownLatch done;

        Counting(AtomicIntegerArray callbacks, int index, CountDownLatch done) {
            this.callbacks = callbacks;
            this.index = index;
            this.done = done;
        }

        @Override
        public void onResponse(Call call, Response response) {
            response.close();
            called();
        }

        @Override
        public void onFailure(Call call, IOException e) {
            called();
        }

        private void called() {
            callbacks.incrementAndGet(index);
            done.countDown();
        }
    }
}
