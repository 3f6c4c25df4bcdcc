package org.throttleagent.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.throttleagent.testing.TestResponse;
import org.throttleagent.testing.TestWaiter;

/** Real threads on one gate, whose clock moves with every look. */
class PacerStressTest {
    private static final int THREADS = 8;
    private static final int OPERATIONS = 2_000;
    private static final int AT_ONCE = 5;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final Pacer pacer = new Pacer(Rules.concurrent(AT_ONCE), clock.get());
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicLong granted = new AtomicLong();
    private final AtomicLong left = new AtomicLong();

    @Test
    void nobodyIsLostAndEveryGrantIsCountedOnce() throws Exception {
        long seed = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(seed + i);
                done.add(pool.submit(() -> {
                    start.await();
                    for (int n = 0; n < OPERATIONS; n++) {
                        one(random);
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : done) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(pacer.waiting()).as("seed %d", seed).isZero();
        assertThat(granted.get() + left.get()).as("seed %d", seed).isEqualTo((long) THREADS * OPERATIONS);
        assertThat(mostInFlight.get()).as("seed %d", seed).isBetween(2, AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(pacer.tryGo(new TestWaiter(), clock.get()))
                    .as("all places are free again")
                    .isTrue();
        }
        assertThat(pacer.tryGo(new TestWaiter(), clock.get())).isFalse();
    }

    private void one(Random random) {
        TestWaiter waiter = new TestWaiter();
        if (!pacer.tryGo(waiter, tick())) {
            pacer.enqueue(waiter, clock.get() + Long.MAX_VALUE / 4, random.nextInt(10) == 0);
            while (pacer.look(waiter, tick()) > 0) {
                if (random.nextInt(50) == 0 && pacer.leave(waiter) == Waiter.State.LEFT) {
                    left.incrementAndGet();
                    return;
                }
                Thread.yield();
            }
        }
        granted.incrementAndGet();
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        Thread.yield(); // so that there are others meanwhile
        inFlight.decrementAndGet();
        long now = tick();
        switch (random.nextInt(3)) {
            case 0:
                pacer.takeBack(waiter);
                break;
            case 1:
                pacer.ended(waiter, now);
                break;
            default:
                pacer.answered(TestResponse.of(200).answer(waiter.sequence(), waiter.grantedAt(), now), waiter);
        }
    }

    private long tick() {
        return clock.addAndGet(1_000);
    }
}
