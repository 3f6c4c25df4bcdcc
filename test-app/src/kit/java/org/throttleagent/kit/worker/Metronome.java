package org.throttleagent.kit.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A thread that would wake every few milliseconds, and notes when the machine does not let it. It knows nothing of the agent. */
final class Metronome extends Thread {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** When it should have woken and when it did, where that was late. Read by others once it has ended. */
    private final List<List<Long>> stalls = new ArrayList<>();

    private volatile boolean running = true;

    private Metronome() {
        super("metronome");
    }

    static Metronome begin() {
        Metronome metronome = new Metronome();
        metronome.setDaemon(true);
        metronome.start();
        return metronome;
    }

    @Override
    public void run() {
        while (running) {
            long due = System.nanoTime() + PERIOD_NANOS;
            LockSupport.parkNanos(PERIOD_NANOS);
            long woke = System.nanoTime();
            if (woke - due > LATE_NANOS) {
                stalls.add(Arrays.asList(due, woke));
            }
        }
    }

    /** From when to when it was kept from running, each time; monotonic clock. */
    List<List<Long>> end() throws InterruptedException {
        running = false;
        join();
        return stalls;
    }
}
