package org.throttleagent.kit.worker;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.HttpCallers;
import org.throttleagent.app.client.Request;

/**
 * Many threads that call one address through one client for a while: {@code CLIENT URL platform|virtual THREADS SECONDS}. Prints
 * how many calls were answered and how many were not.
 */
public final class Load {
    private Load() {}

    public static void main(String[] arguments) throws Exception {
        Request request = Request.get(URI.create(arguments[1]));
        boolean virtual = arguments[2].equals("virtual");
        if (virtual) {
            pinOnce();
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[4]));
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        try (HttpCaller caller = HttpCallers.open(arguments[0])) {
            List<Thread> threads = new ArrayList<>();
            for (int i = Integer.parseInt(arguments[3]); i > 0; i--) {
                threads.add(start(virtual, () -> {
                    while (System.nanoTime() - end < 0) {
                        (answers(caller, request) ? answered : failed).incrementAndGet();
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        System.out.println("answered=" + answered + " failed=" + failed);
        System.exit(0);
    }

    private static boolean answers(HttpCaller caller, Request request) {
        try {
            return caller.call(request).status() == 200;
        } catch (Exception e) {
            System.out.println(e);
            return false;
        }
    }

    private static Thread start(boolean virtual, Runnable task) throws ReflectiveOperationException {
        if (virtual) {
            // since Java 21
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        }
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    /** Pins a virtual thread on purpose: a recording of pinned threads that does not have this one is of no use. */
    private static void pinOnce() throws Exception {
        start(true, PinsOnce::pin).join();
    }

    /** A class that waits while it is initialised, which pins a virtual thread. */
    private static final class PinsOnce {
        static {
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
        }

        static void pin() {}
    }
}
