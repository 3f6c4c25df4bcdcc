package org.throttleagent.testing;

import org.throttleagent.pace.Waiter;

/** Counts its signals. */
public final class TestWaiter extends Waiter {
    private volatile int signals;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // signals come one at a time, under the queue's lock
    protected void signal() {
        signals++;
    }

    public int signals() {
        return signals;
    }
}
