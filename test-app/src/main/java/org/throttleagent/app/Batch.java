package org.throttleagent.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.Reply;
import org.throttleagent.app.client.Request;
import org.throttleagent.app.server.LimitedServer;

/** Many requests of one client to one server, from several threads, each as soon as the one before it has ended. */
final class Batch implements Callable<BatchResult> {
    private final HttpCaller caller;
    private final LimitedServer server;
    private final Request request;
    private final int threads;
    private final ExecutorService executor;
    private final AtomicInteger left;
    private final Tally tally = new Tally();

    /**
     * A batch that has not begun.
     *
     * @param executor must have a thread for every task it is given
     */
    Batch(HttpCaller caller, LimitedServer server, int requests, int threads, ExecutorService executor) {
        this.caller = caller;
        this.server = server;
        this.threads = threads;
        this.executor = executor;
        this.left = new AtomicInteger(requests);
        // the name by which the server tells the clients apart; its limit does not look at it
        this.request = Request.get(server.uri()).withHeader("User-Agent", caller.name());
    }

    @Override
    public BatchResult call() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(threads);
        long beginNanos = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            executor.execute(() -> {
                try {
                    work();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        return new BatchResult(caller.name(), server, tally, System.nanoTime() - beginNanos);
    }

    private void work() {
        while (left.getAndDecrement() > 0) {
            long beginNanos = System.nanoTime();
            try {
                Reply reply = caller.call(request);
                tally.answered(reply.succeeded(), System.nanoTime() - beginNanos);
            } catch (IOException e) {
                tally.failed(e, System.nanoTime() - beginNanos);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
