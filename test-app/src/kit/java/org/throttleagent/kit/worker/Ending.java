package org.throttleagent.kit.worker;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.throttleagent.app.client.AsyncHttpCaller;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.Reply;
import org.throttleagent.app.client.Request;

/**
 * Ends a wait from outside. The first of the requests is sent and answered, the second has to wait and is ended after
 * {@code after} milliseconds, the others are sent then: they show what became of the place in the queue.
 */
final class Ending {
    private static final long POLL_MILLIS = 50;
    private static final long LIMIT_MILLIS = 20_000;

    private Ending() {}

    /** Cancels an asynchronous call. */
    static void cancel(Job job, Report report) throws Exception {
        try (AsyncHttpCaller caller = job.openAsync()) {
            report.call(() -> caller.call(job.requests().get(0)));
            long start = System.nanoTime();
            CompletableFuture<Reply> future = caller.callAsync(job.requests().get(1));
            pause(job, future);
            long cancelled = System.nanoTime();
            future.cancel(true);
            report.call(future::join);
            report.value("ended-after", System.nanoTime() - cancelled);
            report.value("waited", cancelled - start);
            rest(job, report, caller);
        }
    }

    /** Interrupts the thread of a synchronous call. */
    static void interrupt(Job job, Report report) throws Exception {
        try (HttpCaller caller = job.open()) {
            report.call(() -> caller.call(job.requests().get(0)));
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                report.call(() -> caller.call(job.requests().get(1)));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            thread.start();
            pause(job, flag);
            long interrupted = System.nanoTime();
            thread.interrupt();
            report.value("flag", flag.get(40, TimeUnit.SECONDS));
            report.value("ended-after", System.nanoTime() - interrupted);
            rest(job, report, caller);
        }
    }

    /** Interrupts the client's own thread, on which an asynchronous call waits to be sent again. */
    static void interruptAsync(Job job, Report report) throws Exception {
        try (AsyncHttpCaller caller = job.openAsync()) {
            Started started = new Started(caller, report);
            started.start(job.requests().get(0));
            HeldThreads held = HeldThreads.of(job);
            Set<Thread> waiting = held.look().keySet();
            while (waiting.isEmpty() && !started.await(POLL_MILLIS)) {
                waiting = held.look().keySet();
            }
            long interrupted = System.nanoTime();
            waiting.forEach(Thread::interrupt);
            started.await(LIMIT_MILLIS);
            report.value("ended-after", System.nanoTime() - interrupted);
        }
    }

    /** Closes the client while a call waits. */
    static void close(Job job, Report report) throws Exception {
        HttpCaller caller = job.open();
        report.call(() -> caller.call(job.requests().get(0)));
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            report.call(() -> caller.call(job.requests().get(1)));
            ended.countDown();
        });
        thread.start();
        if (ended.await(job.number("after", 500), TimeUnit.MILLISECONDS)) {
            report.value("too-early", true);
        }
        long start = System.nanoTime();
        caller.close();
        report.value("ended", ended.await(20, TimeUnit.SECONDS));
        report.value("ended-after", System.nanoTime() - start);
    }

    private static void rest(Job job, Report report, HttpCaller caller) {
        for (Request request : job.requests().subList(2, job.requests().size())) {
            report.call(() -> caller.call(request));
        }
    }

    /** Lets the call wait for a while; it is an error of the case if it ends by itself. */
    private static void pause(Job job, CompletableFuture<?> call) throws Exception {
        try {
            call.get(job.number("after", 500), TimeUnit.MILLISECONDS);
            throw new IllegalStateException("the call did not have to wait");
        } catch (TimeoutException stillWaiting) {
            // as it should
        }
    }
}
