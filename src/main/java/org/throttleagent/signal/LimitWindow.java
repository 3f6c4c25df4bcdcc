package org.throttleagent.signal;

/** One window of a limit, as one response tells it. Immutable. */
public final class LimitWindow {
    private final long limit;
    private final long remaining;
    private final long resetNanos;
    private final long lengthNanos;
    private final Unit unit;
    private final String name;

    LimitWindow(long limit, long remaining, long resetNanos, long lengthNanos, Unit unit, String name) {
        this.limit = limit;
        this.remaining = remaining;
        this.resetNanos = resetNanos;
        this.lengthNanos = lengthNanos;
        this.unit = unit;
        this.name = name;
    }

    /** How much it allows in all, in its unit; -1 unknown. */
    public long limit() {
        return limit;
    }

    /** How much is left, in its unit, never below 0; -1 unknown. */
    public long remaining() {
        return remaining;
    }

    /** Nanoseconds from the receipt of the response until it begins anew: 0 to 366 days; -1 unknown or past. */
    public long resetNanos() {
        return resetNanos;
    }

    /** How long it is, in nanoseconds: above 0, up to 366 days; -1 unknown. */
    public long lengthNanos() {
        return lengthNanos;
    }

    /** What it counts. */
    public Unit unit() {
        return unit;
    }

    /** The server's name for it, of 64 characters at most; empty if it has none. */
    public String name() {
        return name;
    }
}
