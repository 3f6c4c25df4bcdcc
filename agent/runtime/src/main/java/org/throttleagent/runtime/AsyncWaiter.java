package org.throttleagent.runtime;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throttleagent.Admission;
import org.throttleagent.Call;
import org.throttleagent.pace.Pacer;
import org.throttleagent.pace.Waiter;

/** Waits without a thread: looks again on the agent's timer, and hands over when it is decided. */
/*
 * Everything but signal() runs on the timer's one thread, which so guards `done`.
 *
 * The timer's own lock parks, so nobody may stand in line for it but one: up to Java 23 a virtual thread that is next, and has no
 * carrier, would never get one if all carriers were held by pinned threads behind it. Hence the monitor around it, whose owner
 * always has a carrier there.
 */
final class AsyncWaiter extends Waiter implements Runnable {
    private final Call call;
    private final ScheduledExecutorService timer;
    private final Consumer<@Nullable IOException> later;
    private boolean done;

    AsyncWaiter(Call call, ScheduledExecutorService timer, Consumer<@Nullable IOException> later) {
        this.call = call;
        this.timer = timer;
        this.later = later;
    }

    @Override
    protected void signal() {
        synchronized (timer) {
            timer.execute(this);
        }
    }

    @Override
    public void run() {
        if (done) {
            return;
        }
        long now = System.nanoTime();
        long wait = call.look(this, now);
        if (wait == Pacer.UNTIL_SIGNALLED) {
            return;
        }
        if (wait > 0) {
            timer.schedule(this, wait, TimeUnit.NANOSECONDS);
            return;
        }
        done = true;
        if (state() == State.LEFT) {
            return;
        }
        Admission admission = call.resolved(this, now);
        later.accept(admission == Admission.REJECT ? new IOException(call.rejection()) : null);
    }
}
