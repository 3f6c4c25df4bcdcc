package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** What one response says about one window of a limit. Confined to the thread that reads the response. */
final class Window {
    /** A bound on what a server may claim, so that adding it to a clock is safe; monthly and yearly quotas fit. */
    static final long MAX_RESET_NANOS = TimeUnit.DAYS.toNanos(366);

    private final Family family;
    private final Delay reset = new Delay();

    /** Least value told; -1 unknown. */
    private long limit = -1;

    /** Least value told; -1 unknown. */
    private long remaining = -1;

    Window(Family family) {
        this.family = family;
    }

    Family family() {
        return family;
    }

    void add(HeaderRow row, long value) {
        switch (row.role()) {
            case LIMIT:
                limit = limit < 0 ? value : Math.min(limit, value);
                break;
            case REMAINING:
                remaining = remaining < 0 ? value : Math.min(remaining, value);
                break;
            case RESET:
                reset.offer(row, value);
                break;
            default:
                throw new IllegalArgumentException(row.name() + " says nothing about a window");
        }
    }

    /** Unknown when more remains than the limit allows: then the limit is the number to doubt. */
    long limit() {
        return remaining > limit ? -1 : limit;
    }

    long remaining() {
        return remaining;
    }

    /** 0 to {@link #MAX_RESET_NANOS}; -1 unknown. */
    long resetNanos() {
        return Math.min(reset.nanos(), MAX_RESET_NANOS);
    }

    /** The reset as a wait. A reset of 0 tells none: servers cut seconds, or mean that they do not know. */
    Wait untilReset(long maxNanos) {
        return reset.nanos() > 0 ? reset.toWait(maxNanos) : Wait.UNKNOWN;
    }

    boolean isExhausted() {
        return remaining == 0;
    }

    /**
     * Whether nothing was said. So are a lone reset of 0 (servers write {@code -1/-1/0} for not known) and a limit of 0 that
     * never resets ({@code 0/0/0} stands for unlimited).
     */
    boolean isSilent() {
        boolean noCounts = limit < 0 && remaining < 0;
        boolean unlimited = limit == 0 && remaining <= 0;
        return (noCounts || unlimited) && reset.nanos() <= 0;
    }

    /** Whether this window runs out before the other: less remains, and where that ties, the reset is further away. */
    boolean isNearerThan(Window other) {
        if (remaining != other.remaining) {
            return remaining >= 0 && (other.remaining < 0 || remaining < other.remaining);
        }
        return reset.nanos() > other.reset.nanos();
    }
}
