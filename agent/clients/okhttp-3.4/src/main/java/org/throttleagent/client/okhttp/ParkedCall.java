package org.throttleagent.client.okhttp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Dispatcher;
import org.jspecify.annotations.Nullable;

/** An enqueued call that waits for its first attempt without a thread and without a place in its dispatcher. */
final class ParkedCall extends Wait implements Consumer<@Nullable IOException> {
    // The agent's answer and the application's cancellation may come at any time, even before the dispatcher's thread
    // has left. Whoever moves the state from PARKED to OVER enqueues the call again, exactly once; if the state was
    // still LEAVING, the dispatcher's thread stays and runs the call itself.

    private enum State {
        LEAVING,
        PARKED,
        OVER
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.LEAVING);
    private final long beginNanos = System.nanoTime();
    private final Frame frame;
    private final AdmittedRequest request;
    private final Dispatcher dispatcher;
    private final Slots slots;
    private final DispatcherMembers members;
    private final Waits waits;

    /** Whether the agent has answered; written before the state. */
    private volatile boolean decided;

    /** Why the call may not go, if the answer was no. */
    private volatile @Nullable IOException refusal;

    ParkedCall(
            Call call,
            Frame frame,
            AdmittedRequest request,
            Dispatcher dispatcher,
            Slots slots,
            DispatcherMembers members,
            Waits waits) {
        super(call, frame.throttled, dispatcher);
        this.frame = frame;
        this.request = request;
        this.dispatcher = dispatcher;
        this.slots = slots;
        this.members = members;
        this.waits = waits;
    }

    /** What the call's thread begins with, once the wait is over. */
    Frame frame() {
        if (decided) {
            frame.decided(request, refusal, System.nanoTime() - beginNanos);
        }
        return frame;
    }

    /** Whether the agent has answered. */
    boolean decided() {
        return decided;
    }

    /** Gives up the call's place. False if the dispatcher's thread must go on with it after all. */
    boolean leave() throws ReflectiveOperationException {
        if (call.isCanceled() || !slots.remove(members, dispatcher, asyncCall())) {
            if (state.compareAndSet(State.LEAVING, State.OVER)) {
                throttled.finished();
            }
            return false;
        }
        if (state.compareAndSet(State.LEAVING, State.PARKED)) {
            Slots.promote(dispatcher);
            return true;
        }
        slots.add(dispatcher, asyncCall());
        return false;
    }

    /** The agent's answer, on one of its threads. */
    @Override
    public void accept(@Nullable IOException why) {
        refusal = why;
        decided = true;
        over();
    }

    @Override
    void cancelled() {
        throttled.cancel();
        over();
    }

    @Override
    boolean queued() {
        return true;
    }

    @Override
    boolean goesOn() {
        return state.get() == State.PARKED;
    }

    private void over() {
        if (!state.compareAndSet(State.LEAVING, State.OVER) && state.compareAndSet(State.PARKED, State.OVER)) {
            Resumer.execute(this::enqueueAgain);
        }
    }

    private void enqueueAgain() {
        try {
            members.enqueue(dispatcher, asyncCall());
        } catch (ReflectiveOperationException e) {
            if (members.enqueueThrows()) {
                runRejected(e.getCause());
            }
            // else the dispatcher has the call, and what it threw came of another's code
        }
        if (dispatcher.executorService().isShutdown() && waits.remove(this)) {
            throttled.finished();
        }
    }

    /** Runs the call to its failure here, because nobody else would: its callback must be told. */
    private void runRejected(@Nullable Throwable why) {
        InterruptedIOException rejected = new InterruptedIOException("executor rejected");
        rejected.initCause(why);
        refusal = rejected;
        decided = true;
        try {
            ((Runnable) asyncCall()).run();
        } catch (RejectedExecutionException e) {
            // of the next call in the dispatcher's queue
        }
    }

    private Object asyncCall() {
        Object asyncCall = frame.asyncCall;
        if (asyncCall == null) {
            throw new IllegalStateException("not an enqueued call");
        }
        return asyncCall;
    }
}
