package org.throttleagent.runtime;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throttleagent.Admission;
import org.throttleagent.Call;
import org.throttleagent.gate.OutboundRequest;
import org.throttleagent.gate.ResponseHead;
import org.throttleagent.gate.ThrottledCall;
import org.throttleagent.pace.Waiter;

/** One call of the application: the engine's decisions, carried out. */
/*
 * `cancelled` is written by any thread and read by the one that waits; a waiter that was granted at the very moment of a
 * cancellation finds it set. All else is confined as ThrottledCall says.
 */
final class RuntimeCall implements ThrottledCall {
    private static final long POLL_NANOS = 100_000_000L;

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final Call call;
    private final Timer timer;
    private volatile boolean cancelled;

    RuntimeCall(Call call, Timer timer) {
        this.call = call;
        this.timer = timer;
    }

    @Override
    public boolean await(OutboundRequest request, BooleanSupplier cancelCheck) throws IOException {
        BlockingWaiter waiter = new BlockingWaiter(Thread.currentThread());
        Admission admission = call.admit(new RequestAdapter(request), waiter, System.nanoTime());
        if (admission == Admission.WAIT) {
            if (!park(waiter, cancelCheck)) {
                return false;
            }
            admission = call.resolved(waiter, System.nanoTime());
        }
        if (admission == Admission.REJECT) {
            throw new IOException(call.rejection());
        }
        return true;
    }

    /** Waits until it is decided; false if the wait was cancelled. */
    private boolean park(BlockingWaiter waiter, BooleanSupplier cancelCheck) throws InterruptedIOException {
        while (true) {
            if (cancelled || cancelCheck.getAsBoolean()) {
                call.cancel();
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                call.cancel();
                throw new InterruptedIOException("interrupted while waiting for " + call.keyLabel());
            }
            long wait = call.look(waiter, System.nanoTime());
            if (wait == 0) {
                return waiter.state() != Waiter.State.LEFT && !cancelled;
            }
            LockSupport.parkNanos(this, Math.min(wait, POLL_NANOS));
        }
    }

    @Override
    public boolean admit(OutboundRequest request, Consumer<@Nullable IOException> later) throws IOException {
        AsyncWaiter waiter = new AsyncWaiter(call, timer.executor(), later);
        switch (call.admit(new RequestAdapter(request), waiter, System.nanoTime())) {
            case GO:
                return true;
            case REJECT:
                throw new IOException(call.rejection());
            default:
                waiter.signal();
                return false;
        }
    }

    @Override
    public boolean mustWait(OutboundRequest request) {
        return call.mustWait(new RequestAdapter(request), System.nanoTime());
    }

    @Override
    public void cancel() {
        cancelled = true;
        call.cancel();
    }

    @Override
    public void sent(OutboundRequest request) {
        call.sent(new RequestAdapter(request), new BlockingWaiter(Thread.currentThread()), System.nanoTime());
    }

    @Override
    public void answered(ResponseHead head) {
        if (head.status() == PROXY_AUTHENTICATION_REQUIRED) {
            // a proxy's word: the server has seen nothing, and has said nothing about its limit
            failed(null);
            return;
        }
        call.answered(
                new ResponseAdapter(head),
                System.nanoTime(),
                System.currentTimeMillis(),
                ThreadLocalRandom.current().nextLong());
    }

    @Override
    public boolean resend() {
        return !cancelled && call.resend(System.nanoTime());
    }

    @Override
    public void failed(@Nullable Throwable why) {
        call.failed(
                Unreachable.is(why),
                System.nanoTime(),
                ThreadLocalRandom.current().nextLong());
    }

    @Override
    public void finished() {
        call.finished(System.nanoTime());
    }
}
