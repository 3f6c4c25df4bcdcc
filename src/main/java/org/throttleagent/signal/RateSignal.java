package org.throttleagent.signal;

import org.jspecify.annotations.Nullable;

/** What one response says about the limits of its sender. Immutable. */
public final class RateSignal {
    /** Says nothing; a reader returns this very instance for a response that says nothing. */
    public static final RateSignal NONE = new RateSignal(false, false, Wait.UNKNOWN, null);

    private final boolean refused;
    private final boolean overloaded;
    private final Wait wait;
    private final boolean windowKnown;
    private final long limit;
    private final long remaining;
    private final long resetNanos;

    private RateSignal(boolean refused, boolean overloaded, Wait wait, @Nullable Window nearest) {
        this.refused = refused;
        this.overloaded = overloaded;
        this.wait = wait;
        this.windowKnown = nearest != null;
        this.limit = nearest == null ? -1 : nearest.limit();
        this.remaining = nearest == null ? -1 : nearest.remaining();
        this.resetNanos = nearest == null ? -1 : nearest.resetNanos();
    }

    static RateSignal of(boolean refused, boolean overloaded, Wait wait, @Nullable Window nearest) {
        boolean silent = !refused && !overloaded && !wait.known() && nearest == null;
        return silent ? NONE : new RateSignal(refused, overloaded, wait, nearest);
    }

    /**
     * Whether the server refused the request because of a limit: 429 (RFC 6585 section 4), 420, 418 with a direct delay
     * such as {@code Retry-After}, 403 with a direct delay or with a window of which nothing remains.
     */
    public boolean refused() {
        return refused;
    }

    /** Whether the server says it is overloaded: 503 (RFC 9110 section 15.6.4), 509 or 529, with or without a delay. */
    public boolean overloaded() {
        return overloaded;
    }

    /**
     * How long the next request should wait by the server's own word: 0 to the reader's clamp, in nanoseconds from the
     * receipt of the response; -1 when the server did not say. A refusal and an overload go by their {@code Retry-After} or
     * its kin; failing that, any response by the latest reset of its exhausted windows, and a refusal by its latest reset.
     * 0 comes from a direct delay of 0 only, never from a reset.
     *
     * <p>An absolute time is placed by the {@code Date} of the response, if it has one, that is within ten years of the local
     * clock, and no {@code Age} above 0; else by the local clock. One on a whole second was cut to it and counts as its end,
     * a second later. One that is over tells no wait.
     */
    public long waitNanos() {
        return wait.nanos();
    }

    /** Whether the wait was longer than the reader's clamp and was cut. */
    public boolean clamped() {
        return wait.clamped();
    }

    /** The lower-case name of the header that told the wait, such as {@code retry-after}; empty when none did. */
    public String waitSource() {
        return wait.source();
    }

    /** Requests that the window nearest to exhaustion allows in all; -1 unknown. */
    public long limit() {
        return limit;
    }

    /** Requests left in the window nearest to exhaustion, never below 0; -1 unknown. */
    public long remaining() {
        return remaining;
    }

    /**
     * Nanoseconds from the receipt of the response until the window nearest to exhaustion begins anew: 0 to 366 days (longer
     * is cut, the reader's clamp is not applied); -1 unknown or past.
     */
    public long resetNanos() {
        return resetNanos;
    }

    /** Whether any limit fact was said: a valid limit, remaining or reset value, or a refusal. */
    public boolean saysLimit() {
        return refused || windowKnown;
    }
}
