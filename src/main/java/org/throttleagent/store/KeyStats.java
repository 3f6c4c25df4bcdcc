package org.throttleagent.store;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what happened to a key. Every counter only grows; a reader takes differences. */
public final class KeyStats {
    /** Requests that went out. */
    public final LongAdder sent = new LongAdder();
    /** Requests that were answered. */
    public final LongAdder answered = new LongAdder();
    /** Of those, the ones that were refused. */
    public final LongAdder refused = new LongAdder();
    /** Refused requests that the agent sent again. */
    public final LongAdder resent = new LongAdder();
    /** Requests that went out and ended without the head of a response. */
    public final LongAdder failed = new LongAdder();
    /** Requests that were not let go because their wait did not fit. */
    public final LongAdder rejected = new LongAdder();

    private volatile @Nullable WaitTimes waits;

    /** A request has waited. */
    public void waited(long nanos) {
        WaitTimes times = waits;
        if (times == null) {
            synchronized (this) { // guards the making of `waits` only
                times = waits;
                if (times == null) {
                    waits = times = new WaitTimes();
                }
            }
        }
        times.add(nanos);
    }

    /** The waits so far; {@code null} before the first. */
    public @Nullable WaitTimes waits() {
        return waits;
    }

    /** How long requests have waited, in classes that are at most a quarter wide. */
    public static final class WaitTimes {
        private static final int CLASSES = 256;

        private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

        private void add(long nanos) {
            counts.incrementAndGet(classOf(nanos));
        }

        /** The counts by class, as they are now. */
        public long[] snapshot() {
            long[] copy = new long[CLASSES];
            for (int i = 0; i < CLASSES; i++) {
                copy[i] = counts.get(i);
            }
            return copy;
        }

        /** The class of a wait: its power of two and the next two bits. */
        static int classOf(long nanos) {
            if (nanos < 4) {
                return (int) Math.max(0, nanos);
            }
            int power = 63 - Long.numberOfLeadingZeros(nanos);
            return power * 4 + (int) (nanos >>> (power - 2) & 3);
        }

        /** The upper end of a class, in nanoseconds. */
        public static long upperEnd(int waitClass) {
            if (waitClass < 8) {
                return Math.min(waitClass, 3);
            }
            int power = waitClass / 4;
            return (1L << power) + (waitClass % 4 + 1) * (1L << (power - 2)) - 1;
        }
    }
}
