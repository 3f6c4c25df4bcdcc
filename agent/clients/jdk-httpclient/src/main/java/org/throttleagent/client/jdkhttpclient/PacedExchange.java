package org.throttleagent.client.jdkhttpclient;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.ThrottledCall;

/** One call of the application to {@code send} or {@code sendAsync}, from its first attempt to its last. */
final class PacedExchange {
    /*
     * Attempts follow one another, each on whatever thread the last one ended; only the end of a call that is aborted can
     * meet an attempt. The lock is held for the few steps that the agent takes at each, never during a wait and never
     * while the client runs. The agent's thread, which may hold locks of its own when it grants, never takes it.
     *
     * But for a wait, which refers to its exchange until it is over, nothing here does: this is its value in a weak map.
     */
    private static final int LOWEST_ERROR = 400;

    private final Throttle throttle;
    private final LazyControls controls;

    /** Null until the first attempt. */
    private @Nullable ThrottledCall call;

    /** Whether an attempt was sent that has no answer yet. */
    private boolean unanswered;

    /** Whether the attempt that comes next has waited already. */
    private boolean granted;

    /** Whether the last answer can be a refusal. */
    private boolean refusable;

    private volatile @Nullable DelayedAttempt delayed;

    /** What the application has; done before the exchange is only if the application has given up. */
    private volatile @Nullable CompletableFuture<?> promise;

    PacedExchange(Throttle throttle, LazyControls controls) {
        this.throttle = throttle;
        this.controls = controls;
    }

    /** An attempt is due. Answers {@code null} if it may go at once, else the future that stands for it. */
    @Nullable
    CompletableFuture<?> attempt(Object exchange, HttpRequest current, Object[] arguments) {
        DelayedAttempt wait;
        try {
            wait = admit(new JdkRequest(current), exchange, arguments);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        if (wait == null) {
            return null;
        }
        CompletableFuture<?> awaited = promise;
        if (awaited != null) {
            cancelWith(awaited, wait);
        }
        if (givenUp(exchange)) {
            wait.cancel(cancellation());
        }
        return wait.future();
    }

    /** Whether nobody wants an answer any more. */
    boolean givenUp(Object exchange) {
        CompletableFuture<?> awaited = promise;
        return (awaited != null && awaited.isDone()) || controls.get().isCancelled(exchange);
    }

    private synchronized @Nullable DelayedAttempt admit(JdkRequest request, Object exchange, Object[] arguments)
            throws IOException {
        ThrottledCall current = call;
        if (current == null) {
            current = throttle.newCall();
            call = current;
        }
        if (unanswered) {
            unanswered = false;
            current.failed(null);
        }
        if (granted) {
            granted = false;
            send(current, request);
            return null;
        }
        DelayedAttempt wait = new DelayedAttempt(this, current, controls, exchange, arguments);
        if (current.admit(request, wait)) {
            send(current, request);
            return null;
        }
        ExchangeControls found = controls.get();
        if (!found.canDelay()) {
            wait.cancel(cancellation());
            send(current, request); // as debt
            return null;
        }
        found.endTimer(exchange);
        delayed = wait;
        return wait;
    }

    private void send(ThrottledCall current, JdkRequest request) {
        unanswered = true;
        current.sent(request);
    }

    /** Whether {@code wait} is over and its attempt is to be made, or its refusal to be told, by the caller. */
    synchronized boolean resume(DelayedAttempt wait) {
        if (!wait.claim()) {
            return false;
        }
        delayed = null;
        granted = wait.mayGo();
        return true;
    }

    /** {@code wait} was cancelled. */
    void forget(DelayedAttempt wait) {
        if (delayed == wait) { // no other wait of this exchange can begin before this one is over
            delayed = null;
        }
    }

    /** A response has come. */
    synchronized void answered(JdkResponseHead head) {
        if (call != null) {
            unanswered = false;
            refusable = head.status() >= LOWEST_ERROR;
            call.answered(head);
        }
    }

    /** The client would deliver the response that came last. Answers the request to send instead, or {@code null}. */
    synchronized @Nullable Object resend(Object exchange, HttpRequest current) {
        if (!refusable || call == null || givenUp(exchange)) {
            return null;
        }
        ExchangeControls found = controls.get();
        if (!found.canResend(exchange, current) || !call.resend()) {
            return null;
        }
        found.resetConnectTimeout(exchange);
        return found.copy(exchange, current);
    }

    /** The application gets this future. If it is done while an attempt waits, nobody wants that attempt any more. */
    void promised(CompletableFuture<?> future) {
        promise = future;
        DelayedAttempt wait = delayed;
        if (wait != null) {
            cancelWith(future, wait);
        }
    }

    private static void cancelWith(CompletableFuture<?> future, DelayedAttempt wait) {
        future.whenComplete((response, failure) -> wait.cancel(cancellation()));
    }

    /** The client was told to cancel the exchange. */
    void cancelled(@Nullable IOException why) {
        DelayedAttempt wait = delayed;
        if (wait != null) {
            wait.cancel(why == null ? cancellation() : why);
        }
    }

    /** What an attempt that was cancelled ends with; the client makes a CancellationException of it. */
    static IOException cancellation() {
        return new IOException("Request cancelled");
    }

    /** The call is over, of itself or because the client was shut down. */
    void ended(@Nullable Throwable failure) {
        cancelled(null);
        finish(failure);
    }

    private synchronized void finish(@Nullable Throwable failure) {
        if (call == null) {
            return;
        }
        if (unanswered) {
            unanswered = false;
            call.failed(failure instanceof CompletionException ? failure.getCause() : failure);
        }
        call.finished();
    }
}
