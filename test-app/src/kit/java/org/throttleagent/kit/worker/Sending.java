package org.throttleagent.kit.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.throttleagent.app.client.AsyncHttpCaller;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.Reply;
import org.throttleagent.app.client.Request;

/** Requests that are answered in the end. */
final class Sending {
    private Sending() {}

    /** All requests one after the other on this thread, {@code repeat} times, through one client. */
    static void oneByOne(Job job, Report report) {
        try (HttpCaller caller = job.open()) {
            for (int i = job.number("repeat", 1); i > 0; i--) {
                for (Request request : job.requests()) {
                    report.call(() -> caller.call(request));
                }
            }
        }
    }

    /** What {@link #oneByOne} does, on {@code threads} threads at once, through one client. */
    static void sideBySide(Job job, Report report) throws Exception {
        try (HttpCaller caller = job.open()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = job.number("threads", 2); i > 0; i--) {
                threads.add(start(job, () -> {
                    for (int j = job.number("repeat", 1); j > 0; j--) {
                        for (Request request : job.requests()) {
                            report.call(() -> caller.call(request));
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    /** On a virtual thread where the case wants one; those need Java 21. */
    private static Thread start(Job job, Runnable task) throws ReflectiveOperationException {
        if (job.find("virtual") != null) {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        }
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    /** Starts all requests at once; reports the longest time that starting one took, and which threads the agent held. */
    static void async(Job job, Report report) throws Exception {
        try (AsyncHttpCaller caller = job.openAsync()) {
            if (job.find("warm") != null) {
                for (Request request : job.requests("warm")) {
                    report.call(() -> caller.call(request));
                }
            }
            long longest = 0;
            List<CompletableFuture<?>> futures = new ArrayList<>();
            List<Request> requests = new ArrayList<>();
            for (int i = job.number("repeat", 1); i > 0; i--) {
                requests.addAll(job.requests());
            }
            for (Request request : requests) {
                long start = System.nanoTime();
                CompletableFuture<Reply> future = caller.callAsync(request);
                longest = Math.max(longest, System.nanoTime() - start);
                futures.add(future.handle((reply, thrown) -> {
                    report.add(reply, thrown, start);
                    return null;
                }));
            }
            report.value("longest-start", longest);
            if (job.find("look-after") != null) {
                Thread.sleep(job.number("look-after", 0));
                report.value("held", HeldThreads.names(job.client(), authority(requests.get(0))));
            }
            if (job.find("then") != null) {
                Thread.sleep(job.number("then-after", 0));
                for (Request request : job.requests("then")) {
                    long start = System.nanoTime();
                    futures.add(caller.callAsync(request).handle((reply, thrown) -> {
                        report.add(reply, thrown, start);
                        return null;
                    }));
                }
            }
            CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0]))
                    .get(40, TimeUnit.SECONDS);
        }
    }

    private static String authority(Request request) {
        return request.uri().getAuthority();
    }
}
