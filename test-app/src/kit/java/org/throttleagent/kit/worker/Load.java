package org.throttleagent.kit.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.Request;

/**
 * Many threads that make one call after the other through one client for {@code seconds}: {@code threads} of them, virtual ones
 * where the case wants {@code virtual}. Before, each makes the call in {@code warm} a few times, so that a cold JVM is not
 * measured. Reports how many calls were answered, what the others ended with, and when the machine did not run this JVM.
 */
final class Load {
    private static final int WARM_CALLS = 10;

    private final Job job;
    private final HttpCaller caller;
    private final AtomicInteger answered = new AtomicInteger();

    /** Guarded by itself. */
    private final List<String> failures = new ArrayList<>();

    private Load(Job job, HttpCaller caller) {
        this.job = job;
        this.caller = caller;
    }

    static void run(Job job, Report report) throws Exception {
        if (job.find("pin") != null) {
            start(true, PinsOnce::pin).join();
        }
        try (HttpCaller caller = job.open()) {
            Load load = new Load(job, caller);
            load.warmUp();
            load.answered.set(0);
            Metronome metronome = Metronome.begin();
            load.forSeconds(job.number("seconds", 1));
            report.value("stalls", metronome.end());
            report.value("answered", load.answered.get());
            report.value("failures", load.failures);
        }
    }

    private void warmUp() throws Exception {
        List<Request> warm = job.requests("warm");
        onAllThreads(() -> {
            for (int i = 0; i < WARM_CALLS && !warm.isEmpty(); i++) {
                call(warm.get(0));
            }
        });
    }

    private void forSeconds(int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Request request = job.requests().get(0);
        onAllThreads(() -> {
            while (System.nanoTime() - end < 0) {
                call(request);
            }
        });
    }

    private void onAllThreads(Runnable task) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = job.number("threads", 1); i > 0; i--) {
            threads.add(start(job.find("virtual") != null, task));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Every second thread has a monitor of its own meanwhile, where the case wants that: it pins a virtual one. */
    private void call(Request request) {
        if (job.find("monitors") == null || Thread.currentThread().getId() % 2 == 0) {
            send(request);
            return;
        }
        Object monitor = new Object();
        synchronized (monitor) {
            send(request);
        }
    }

    private void send(Request request) {
        try {
            int status = caller.call(request).status();
            if (status == 200) {
                answered.incrementAndGet();
            } else {
                fail(Integer.toString(status));
            }
        } catch (Exception e) {
            fail(e.toString());
        }
    }

    private void fail(String why) {
        synchronized (failures) {
            failures.add(why);
        }
    }

    private static Thread start(boolean virtual, Runnable task) throws ReflectiveOperationException {
        if (virtual) {
            // since Java 21
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        }
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    /** A class that waits while it is initialised, which pins a virtual thread: a recording without that is of no use. */
    private static final class PinsOnce {
        static {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
        }

        static void pin() {}
    }
}
