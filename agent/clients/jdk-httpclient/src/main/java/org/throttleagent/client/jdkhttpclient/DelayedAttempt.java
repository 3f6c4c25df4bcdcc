package org.throttleagent.client.jdkhttpclient;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottledCall;

/** An attempt that waits for its turn, and the future that the client has of it meanwhile. */
final class DelayedAttempt implements Consumer<@Nullable IOException>, Runnable {
    /*
     * It goes from WAITING to GRANTED to OVER, or from either to OVER when it is cancelled; who makes the step acts on it.
     * The grant comes on the agent's thread, which only hands over to the application's executor; the rest happens there,
     * after the thread that began the wait has left PacedExchange.attempt, because both hold that object's lock.
     */
    private static final int WAITING = 0;
    private static final int GRANTED = 1;
    private static final int OVER = 2;

    private final PacedExchange owner;
    private final ThrottledCall call;
    private final LazyControls controls;
    private final Object exchange;
    private final Object[] arguments;
    private final CompletableFuture<Object> future = new CompletableFuture<>();
    private final AtomicInteger state = new AtomicInteger(WAITING);

    /** Why the attempt may not go; written before the step to GRANTED. */
    private @Nullable IOException refusal;

    /** The agent's thread while it hands over. Only compared with the current thread, so a stale value does no harm. */
    private @Nullable Thread granter;

    DelayedAttempt(
            PacedExchange owner, ThrottledCall call, LazyControls controls, Object exchange, Object[] arguments) {
        this.owner = owner;
        this.call = call;
        this.controls = controls;
        this.exchange = exchange;
        this.arguments = arguments;
    }

    /** What the client gets in place of the attempt's own future. */
    CompletableFuture<Object> future() {
        return future;
    }

    @Override
    public void accept(@Nullable IOException why) {
        refusal = why;
        ExchangeControls found = controls.get();
        if (!state.compareAndSet(WAITING, GRANTED) || !found.canDelay()) {
            return;
        }
        granter = Thread.currentThread();
        try {
            found.execute(exchange, this);
        } catch (Throwable e) {
            IOException rejected = new IOException("the client's executor does not take the request: " + e, e);
            cancel(rejected);
        } finally {
            granter = null;
        }
    }

    @Override
    public void run() {
        if (Thread.currentThread() == granter) {
            // an executor that runs tasks on the caller's thread; the agent's own must not resolve names or read bodies
            future.defaultExecutor().execute(this::resume);
        } else {
            resume();
        }
    }

    private void resume() {
        if (owner.givenUp(exchange)) {
            cancel(PacedExchange.cancellation());
        }
        if (!owner.resume(this)) {
            return;
        }
        if (refusal != null) {
            future.completeExceptionally(refusal);
            return;
        }
        ExchangeControls found = controls.get();
        try {
            found.resetConnectTimeout(exchange);
            found.enter(exchange, arguments).whenComplete(this::relay);
        } catch (Throwable e) {
            future.completeExceptionally(e);
        }
    }

    /** Whether the attempt may be made now, and by the caller only. */
    boolean claim() {
        return state.compareAndSet(GRANTED, OVER);
    }

    boolean mayGo() {
        return refusal == null;
    }

    /** Ends the wait: gives its place or its permit back, and has the client see {@code why}. Later calls do nothing. */
    void cancel(IOException why) {
        if (state.getAndSet(OVER) == OVER) {
            return;
        }
        owner.forget(this);
        try {
            call.cancel();
        } finally {
            // not here and now: who cancels a future gets to cancel it first, and sees it cancelled and not failed
            future.defaultExecutor().execute(() -> future.completeExceptionally(why));
        }
    }

    private void relay(@Nullable Object response, @Nullable Throwable failure) {
        if (failure == null) {
            future.complete(response);
        } else {
            future.completeExceptionally(failure);
        }
    }
}
