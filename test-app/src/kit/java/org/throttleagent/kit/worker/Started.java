package org.throttleagent.kit.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.throttleagent.app.client.AsyncHttpCaller;
import org.throttleagent.app.client.Reply;
import org.throttleagent.app.client.Request;

/** Asynchronous calls that were started, each of which is reported when it ends. For one thread. */
final class Started {
    private final AsyncHttpCaller caller;
    private final Report report;
    private final List<CompletableFuture<?>> calls = new ArrayList<>();
    private long longestNanos;

    Started(AsyncHttpCaller caller, Report report) {
        this.caller = caller;
        this.report = report;
    }

    void start(Request request) {
        long start = System.nanoTime();
        CompletableFuture<Reply> call = caller.callAsync(request);
        longestNanos = Math.max(longestNanos, System.nanoTime() - start);
        calls.add(call.handle((reply, thrown) -> {
            report.add(reply, thrown, start);
            return null;
        }));
    }

    /** The longest time that starting one took. */
    long longestNanos() {
        return longestNanos;
    }

    /** Waits until all have ended, but not longer than this; tells whether they have. */
    boolean await(long millis) throws InterruptedException, ExecutionException {
        try {
            CompletableFuture.allOf(calls.toArray(new CompletableFuture<?>[0])).get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }
}
