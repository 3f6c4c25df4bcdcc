package org.throttleagent.runtime;

import java.util.concurrent.locks.LockSupport;
import org.throttleagent.pace.Waiter;

/** Waits by parking its thread. */
final class BlockingWaiter extends Waiter {
    private final Thread thread;

    BlockingWaiter(Thread thread) {
        this.thread = thread;
    }

    @Override
    protected void signal() {
        LockSupport.unpark(thread);
    }
}
