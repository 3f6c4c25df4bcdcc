package org.throttleagent.runtime;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** The agent's one thread, made when it is first needed. It inherits nothing from the thread that needs it. */
/* `executor` is written once, under this object's monitor. */
public final class Timer implements ThreadFactory {
    private volatile @Nullable ScheduledExecutorService executor;

    /** The executor; made now if this is the first use. */
    public ScheduledExecutorService executor() {
        ScheduledExecutorService made = executor;
        return made != null ? made : make();
    }

    private synchronized ScheduledExecutorService make() {
        ScheduledExecutorService made = executor;
        if (made == null) {
            ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, this);
            pool.setRemoveOnCancelPolicy(true);
            made = pool;
            executor = made;
        }
        return made;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(null, work, "throttle-agent", 0);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
