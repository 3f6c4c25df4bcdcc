package org.throttleagent.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.throttleagent.testing.TestWaiter;

/** A pacer that platform threads, virtual threads, and virtual threads that are pinned by their application meet at. */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "Java has virtual threads since 21")
class PacerOnVirtualThreadsTest {
    private static final long NOW = 1_000_000_000L;

    private final Pacer pacer = new Pacer(Rules.rates(1, "10/s"), NOW);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final CountDownLatch inside = new CountDownLatch(1);

    /** Keeps whoever signals it, and with it the queue's monitor, until it is let go on. */
    private final Waiter detaining = new Waiter() {
        @Override
        protected void signal() {
            inside.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    /**
     * With a lock whose next owner is a virtual thread without a carrier this never ends: all carriers are held by threads
     * that wait for the lock behind it, pinned by a monitor of the application's.
     */
    @Test
    void aPinnedThreadInTheWayOfAnUnpinnedOneDoesNotStopBoth() throws Exception {
        pacer.enqueue(detaining, NOW + 100, false);
        Thread owner = new Thread(() -> pacer.enqueue(new TestWaiter(), NOW + 50, false));
        owner.setDaemon(true);
        owner.start();
        inside.await();

        List<Thread> threads = new ArrayList<>();
        threads.add(startVirtual(this::look));
        Awaitility.await().until(() -> waits(threads.get(0)));
        for (int i = Runtime.getRuntime().availableProcessors(); i > 0; i--) {
            Object own = new Object();
            threads.add(startVirtual(() -> {
                synchronized (own) {
                    look();
                }
            }));
        }
        Awaitility.await().until(() -> threads.stream().allMatch(PacerOnVirtualThreadsTest::waitsOrHasNoCarrier));
        mayGoOn.countDown();
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
        assertThat(threads).as("threads that came through").noneMatch(Thread::isAlive);
    }

    private void look() {
        pacer.look(new TestWaiter(), NOW);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.BLOCKED;
    }

    /** A virtual thread that no carrier has taken up yet counts as runnable, and has no frame. */
    private static boolean waitsOrHasNoCarrier(Thread thread) {
        return waits(thread) || thread.getStackTrace().length == 0;
    }

    private static Thread startVirtual(Runnable task) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }
}
