package org.throttleagent.kit.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.throttleagent.app.client.AsyncHttpCaller;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.Request;

/** Requests that are answered in the end. */
final class Sending {
    private static final long POLL_MILLIS = 50;
    private static final long LIMIT_MILLIS = 40_000;

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
                Thread thread = new Thread(() -> {
                    for (int j = job.number("repeat", 1); j > 0; j--) {
                        for (Request request : job.requests()) {
                            report.call(() -> caller.call(request));
                        }
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    /**
     * Starts all requests at once, after those in {@code warm} were answered; then those in {@code then}, once as many of the
     * client's threads as {@code then-held} says wait in the agent. Reports the longest time that starting one took and,
     * if asked to {@code watch}, which threads the agent held until the last was answered.
     */
    static void async(Job job, Report report) throws Exception {
        try (AsyncHttpCaller caller = job.openAsync()) {
            for (Request request : job.requests("warm")) {
                report.call(() -> caller.call(request));
            }
            Started started = new Started(caller, report);
            for (int i = job.number("repeat", 1); i > 0; i--) {
                job.requests().forEach(started::start);
            }
            report.value("longest-start", started.longestNanos());
            HeldThreads held = HeldThreads.of(job);
            int many = job.number("then-held", 0);
            while (held.look().size() < many && !started.await(POLL_MILLIS)) {
                // look again
            }
            job.requests("then").forEach(started::start);
            if (job.find("watch") != null) {
                watch(held, started, report);
            }
            if (!started.await(LIMIT_MILLIS)) {
                throw new TimeoutException("not all calls came to an end");
            }
        }
    }

    private static void watch(HeldThreads held, Started started, Report report) throws Exception {
        long begin = System.nanoTime();
        Set<String> names = new TreeSet<>();
        while (!started.await(POLL_MILLIS)) {
            held.look().forEach((thread, frame) -> names.add(thread.getName() + " in " + frame));
        }
        report.value("held", names);
        report.value("watched", System.nanoTime() - begin);
    }
}
