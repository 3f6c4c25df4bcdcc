package org.throttleagent.signal;

/** A wait and the header that told it. Immutable. */
final class Wait {
    static final Wait UNKNOWN = new Wait(-1, false, "");

    private final long nanos;
    private final boolean clamped;
    private final String source;

    private Wait(long nanos, boolean clamped, String source) {
        this.nanos = nanos;
        this.clamped = clamped;
        this.source = source;
    }

    static Wait of(long nanos, long maxNanos, String source) {
        return new Wait(Math.min(nanos, maxNanos), nanos > maxNanos, source);
    }

    /** 0 or more; -1 unknown. */
    long nanos() {
        return nanos;
    }

    boolean clamped() {
        return clamped;
    }

    String source() {
        return source;
    }

    boolean known() {
        return nanos >= 0;
    }
}
