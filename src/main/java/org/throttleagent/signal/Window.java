package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** What one response says about one window of a limit, while it is read. Confined to the thread that reads the response. */
final class Window {
    /** A bound on what a server may claim, so that adding it to a clock is safe; monthly and yearly quotas fit. */
    static final long MAX_NANOS = TimeUnit.DAYS.toNanos(366);

    final Dialect dialect;
    /** The stem of its fields' names; empty where they have none. */
    final String stem;
    /** What tells it from the others of its dialect and stem. */
    final String dimension;
    /** Its place in lists of several windows. */
    final int index;

    private final Delay reset = new Delay();
    private Unit unit;
    /** The server's name for it; empty if it has none. */
    private String name = "";

    /** Least value told; -1 unknown. */
    private long limit = -1;
    /** Least value told; -1 unknown. */
    private long remaining = -1;
    /** Greatest value told; -1 unknown. */
    private long used = -1;
    /** -1 unknown. */
    private long lengthNanos;

    Window(HeaderField field, String dimension, int index) {
        this.dialect = field.dialect;
        this.stem = field.stem;
        this.dimension = dimension;
        this.index = index;
        this.unit = dialect.unit != null ? dialect.unit : Dimension.unit(dimension);
        this.lengthNanos = Dimension.lengthNanos(dimension);
    }

    void limit(long value) {
        limit = limit < 0 ? value : Math.min(limit, value);
    }

    void remaining(long value) {
        remaining = remaining < 0 ? value : Math.min(remaining, value);
    }

    void used(long value) {
        used = Math.max(used, value);
    }

    /** Anything below 0 is unknown or past. */
    void reset(Grammar grammar, String header, long nanos) {
        if (nanos >= 0) {
            reset.offer(grammar, header, nanos);
        }
    }

    void length(long nanos) {
        lengthNanos = nanos <= 0 ? lengthNanos : Math.min(nanos, MAX_NANOS);
    }

    void unit(Unit value) {
        unit = value;
    }

    void name(String value) {
        name = value.length() > Facts.MAX_NAME ? value.substring(0, Facts.MAX_NAME) : value;
    }

    /** Takes over what the other knows and this does not. */
    void fillFrom(Window other) {
        limit = limit < 0 ? other.limit : limit;
        remaining = remaining < 0 ? other.remaining : remaining;
        used = used < 0 ? other.used : used;
        lengthNanos = lengthNanos < 0 ? other.lengthNanos : lengthNanos;
        if (!reset.known()) {
            reset.offer(other.reset);
        }
    }

    /** Works out what remains of what is used, once all fields have been read. */
    void settle() {
        if (remaining < 0 && used >= 0 && limit >= 0) {
            remaining = Math.max(0, limit - used);
        }
    }

    /** Whether both tell the same fact. */
    boolean rivals(Window other) {
        return limit >= 0 && other.limit >= 0
                || remaining >= 0 && other.remaining >= 0
                || used >= 0 && other.used >= 0
                || reset.known() && other.reset.known();
    }

    boolean countsNothing() {
        return limit < 0 && remaining < 0 && used < 0;
    }

    boolean limitOnly() {
        return limit >= 0 && remaining < 0 && used < 0 && !reset.known();
    }

    boolean knowsReset() {
        return reset.known();
    }

    boolean isLongAs(long nanos) {
        return lengthNanos == nanos;
    }

    /** Unknown when more remains than the limit allows: then the limit is the number to doubt. */
    long limit() {
        return remaining > limit ? -1 : limit;
    }

    long remaining() {
        return remaining;
    }

    /** 0 to {@link #MAX_NANOS}; -1 unknown. */
    long resetNanos() {
        return Math.min(reset.nanos(), MAX_NANOS);
    }

    Unit unit() {
        return unit;
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

    /**
     * Whether this window holds requests up before the other: nothing remains, else it counts requests and the other does
     * not, else less remains, and where that ties, the reset is further away.
     */
    boolean isNearerThan(Window other) {
        if (isExhausted() != other.isExhausted()) {
            return isExhausted();
        }
        if (!isExhausted() && unit.paces() != other.unit.paces()) {
            return unit.paces();
        }
        if (remaining != other.remaining) {
            return remaining >= 0 && (other.remaining < 0 || remaining < other.remaining);
        }
        return reset.nanos() > other.reset.nanos();
    }

    LimitWindow toLimit() {
        return new LimitWindow(limit(), remaining, resetNanos(), lengthNanos, unit, name);
    }
}
