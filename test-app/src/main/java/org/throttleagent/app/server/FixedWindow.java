package org.throttleagent.app.server;

/** So many requests in each window, counted from zero in the next. Not safe for use by several threads. */
final class FixedWindow {
    /*
     * A window begins with the first request after the last one ended. It ends on a whole second, since that is all
     * that a reset in epoch seconds can tell; so it lasts up to a second longer than its nominal length.
     */
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final int limit;
    private final long windowNanos;

    /** A whole second; before the first request it is long past. */
    private long resetNanos;

    /** Requests served in the window that ends at the reset; at most the limit. */
    private int used;

    /**
     * Starts with nothing used.
     *
     * @param limit requests that each window serves, at least 1
     * @param windowSeconds nominal length, at least 1
     */
    FixedWindow(int limit, int windowSeconds) {
        if (limit < 1 || windowSeconds < 1) {
            throw new IllegalArgumentException(
                    "limit=" + limit + ", windowSeconds=" + windowSeconds + ", expected at least 1 of both");
        }
        this.limit = limit;
        this.windowNanos = windowSeconds * NANOS_PER_SECOND;
    }

    /** Counts a request, if the window that it falls into has room. */
    boolean tryTake(long epochNanos) {
        if (epochNanos >= resetNanos) {
            long endNanos = epochNanos + windowNanos;
            resetNanos = Math.floorDiv(endNanos + NANOS_PER_SECOND - 1, NANOS_PER_SECOND) * NANOS_PER_SECOND;
            used = 0;
        }
        if (used == limit) {
            return false;
        }
        used++;
        return true;
    }

    int limit() {
        return limit;
    }

    /** Requests served in the window of the last request. */
    int used() {
        return used;
    }

    /** When the window of the last request ends, in seconds since 1970. */
    long resetEpochSeconds() {
        return resetNanos / NANOS_PER_SECOND;
    }
}
