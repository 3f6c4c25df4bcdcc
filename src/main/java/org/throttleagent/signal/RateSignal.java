package org.throttleagent.signal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one response says about the limits of its sender. Immutable. */
public final class RateSignal {
    /** Says nothing; a reader returns this very instance for a response that says nothing. */
    public static final RateSignal NONE = new RateSignal(false, false, Wait.UNKNOWN, null, Facts.NONE);

    private final boolean refused;
    private final boolean overloaded;
    private final Wait wait;
    private final @Nullable LimitWindow nearest;
    private final List<LimitWindow> windows;
    private final String bucket;
    private final boolean global;

    RateSignal(boolean refused, boolean overloaded, Wait wait, @Nullable Window nearest, Facts facts) {
        this.refused = refused;
        this.overloaded = overloaded;
        this.wait = wait;
        this.bucket = facts.bucket();
        this.global = facts.isGlobal();
        List<Window> told = facts.windows();
        List<LimitWindow> all = told.isEmpty() ? Collections.<LimitWindow>emptyList() : new ArrayList<>(told.size());
        LimitWindow first = null;
        for (int i = 0; i < told.size(); i++) {
            LimitWindow window = told.get(i).toLimit();
            all.add(window);
            first = told.get(i) == nearest ? window : first;
        }
        this.nearest = first;
        this.windows = all;
    }

    /**
     * Whether the server refused the request because of a limit: 429 (RFC 6585 section 4), 420, 418 and 400 with a direct
     * delay such as {@code Retry-After}, 403 with a direct delay or with a window of which nothing remains, and what else the
     * server's dialect takes for a refusal.
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

    /** Requests that the window nearest to exhaustion allows in all; -1 unknown, or if it counts something else. */
    public long limit() {
        return nearest == null || !nearest.unit().paces() ? -1 : nearest.limit();
    }

    /**
     * Requests left in the window nearest to exhaustion, never below 0; -1 unknown. Of a window that counts something else
     * only 0 is told: then no request can pass, while other numbers do not say how many can.
     */
    public long remaining() {
        return nearest == null || (!nearest.unit().paces() && nearest.remaining() > 0) ? -1 : nearest.remaining();
    }

    /**
     * Nanoseconds from the receipt of the response until the window nearest to exhaustion begins anew: 0 to 366 days (longer
     * is cut, the reader's clamp is not applied); -1 unknown or past.
     */
    public long resetNanos() {
        return nearest == null || (!nearest.unit().paces() && nearest.remaining() != 0) ? -1 : nearest.resetNanos();
    }

    /** The window nearest to exhaustion, whatever it counts; null if no window was told. */
    public @Nullable LimitWindow nearest() {
        return nearest;
    }

    /** All windows that were told, in the order of the header; at most 32. */
    public List<LimitWindow> windows() {
        return Collections.unmodifiableList(windows);
    }

    /** The server's name for the limit that the request fell under, of 64 characters at most; empty if it tells none. */
    public String bucket() {
        return bucket;
    }

    /** Whether a refusal is not for the bucket but for everything that this client does. */
    public boolean global() {
        return global;
    }

    /** The same refusal and wait without what is said of windows and buckets: what it means for other buckets. */
    public RateSignal withoutWindows() {
        return new RateSignal(refused, overloaded, wait, null, Facts.NONE);
    }

    /** Whether any limit fact was said: a valid limit, remaining or reset value, or a refusal. */
    public boolean saysLimit() {
        return refused || nearest != null;
    }
}
