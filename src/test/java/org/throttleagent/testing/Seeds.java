package org.throttleagent.testing;

import java.util.Random;
import java.util.stream.LongStream;

/** Seeds for property tests, and clocks that start anywhere, also where they are about to wrap around. */
public final class Seeds {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private Seeds() {}

    /** Fixed seeds, and one that is new in each run; test names show them. */
    public static LongStream some(int fixed) {
        return LongStream.concat(LongStream.rangeClosed(1, fixed), LongStream.of(System.nanoTime()));
    }

    /** An instant so long before the clock wraps around. */
    public static long beforeTheEnd(long nanos) {
        return Long.MAX_VALUE - nanos;
    }

    /** The first instant of a clock: anything, or within a minute of its end. */
    public static long start(Random random) {
        return random.nextBoolean() ? random.nextLong() : Long.MAX_VALUE - random.nextLong(MINUTE_NANOS);
    }
}
