package org.throttleagent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.throttleagent.Call;
import org.throttleagent.Engine;
import org.throttleagent.EngineListener;
import org.throttleagent.rule.Keys;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.Rule;
import org.throttleagent.rule.RuleSet;
import org.throttleagent.signal.SignalReader;

/** A timer that virtual threads hand over to, some of them pinned by their application. */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "Java has virtual threads since 21")
class AsyncWaiterOnVirtualThreadsTest {
    /** Stands for the lock in the executor's own queue, so that the test can hold it. */
    private final ReentrantLock lockOfTheQueue = new ReentrantLock();

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1) {
        @Override
        public void execute(Runnable task) {
            lockOfTheQueue.lock();
            lockOfTheQueue.unlock();
        }
    };

    private final Call call = new Engine(
                    RuleSet.of(Mode.ENFORCE, Rule.defaults().build(), List.of()),
                    new Keys(new byte[16]),
                    SignalReader.create(SignalReader.DEFAULT_MAX_SIGNAL_NANOS),
                    deaf(),
                    Engine.KEYS)
            .newCall("test");

    @Test
    void aPinnedThreadInTheWayOfAnUnpinnedOneDoesNotStopBoth() throws Exception {
        List<Thread> threads = new ArrayList<>();
        lockOfTheQueue.lock();
        try {
            threads.add(startVirtual(this::signal));
            Awaitility.await().until(() -> waits(threads.get(0)));
            for (int i = Runtime.getRuntime().availableProcessors(); i > 0; i--) {
                Object own = new Object();
                threads.add(startVirtual(() -> {
                    synchronized (own) {
                        signal();
                    }
                }));
            }
            Awaitility.await()
                    .until(() -> threads.stream().allMatch(AsyncWaiterOnVirtualThreadsTest::waitsOrHasNoCarrier));
        } finally {
            lockOfTheQueue.unlock();
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
        timer.shutdownNow();
        assertThat(threads).as("threads that came through").noneMatch(Thread::isAlive);
    }

    private void signal() {
        new AsyncWaiter(call, timer, why -> {}).signal();
    }

    private static EngineListener deaf() {
        return (EngineListener) Proxy.newProxyInstance(
                EngineListener.class.getClassLoader(),
                new Class<?>[] {EngineListener.class},
                (proxy, method, arguments) -> null);
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
