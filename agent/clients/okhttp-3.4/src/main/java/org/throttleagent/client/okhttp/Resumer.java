package org.throttleagent.client.okhttp;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that put calls back into their dispatchers. OkHttp then runs the application's code: its event listener, and
 * with some executors the whole call; the agent's own threads must not wait for that.
 */
final class Resumer {
    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Resumer::newThread);

    private Resumer() {}

    static void execute(Runnable task) {
        THREADS.execute(task);
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "throttle-okhttp");
        thread.setDaemon(true);
        // it must not keep the class loader of the application's thread that happened to be first
        thread.setContextClassLoader(null);
        return thread;
    }
}
