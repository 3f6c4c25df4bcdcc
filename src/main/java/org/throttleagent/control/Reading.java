package org.throttleagent.control;

/** The newest word of a server on its window: how much remains, of how much, and when it begins anew. Immutable. */
final class Reading {
    static final Reading NOTHING = new Reading();
    private static final double SAME_RESET_SECONDS = 1.2;

    /** -1: unknown. */
    long remaining = -1;
    /** -1: unknown. */
    long limit = -1;
    /** Whether there is a reset. */
    boolean resets;

    long resetAt;
    /** Whether the reset stands still, so that it is a window; else it is a bucket or a log that moves along. */
    boolean window;
    /** Whether this answer was the first of a new window. */
    boolean turned;
    /** Whether it stood still for so long that it is sure to be a window. */
    boolean proven;
    /** What flows in per second by limit and reset; 0: unknown. */
    double refillPerSecond;

    private int moves;
    private long firstSeenAt;
    private double longestReset;

    private Reading() {}

    /** After an answer that told a level. */
    Reading next(Answer a) {
        Reading r = new Reading();
        r.remaining = a.signal.remaining();
        r.limit = a.signal.limit() >= 0 ? a.signal.limit() : limit;
        if (a.signal.resetNanos() < 0) {
            r.resets = false;
            return r;
        }
        long reset = a.now + a.signal.resetNanos();
        double left = a.signal.resetNanos() / 1e9;
        r.resets = true;
        r.longestReset = Math.max(longestReset, left);
        r.resetAt = reset;
        r.firstSeenAt = a.now;
        r.proven = proven;
        r.moves = moves;
        if (!resets) {
            r.window = moves < 2;
            r.turned = false;
        } else if (a.now - resetAt >= 0 && left >= longestReset / 2 && r.remaining * 2 >= r.limit) {
            r.window = moves < (proven ? 5 : 2);
            r.turned = r.window;
            r.moves = 0;
        } else if (Math.abs((reset - resetAt) / 1e9) <= SAME_RESET_SECONDS) {
            r.window = moves < (proven ? 5 : 2);
            r.resetAt = reset - resetAt < 0 ? reset : resetAt;
            r.firstSeenAt = firstSeenAt;
            if ((a.now - firstSeenAt) / 1e9 > 3 * SAME_RESET_SECONDS && moves < 2) {
                r.proven = true;
                r.moves = 0;
            }
        } else {
            r.moves = moves + 1;
            r.window = r.moves < (proven ? 5 : 2);
        }
        if (!r.window) {
            r.refillPerSecond = r.limit > 0 && r.longestReset > 0 ? r.limit / r.longestReset : 0;
        }
        return r;
    }
}
