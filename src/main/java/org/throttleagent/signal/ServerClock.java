package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** What time it is where the response comes from. Immutable. */
final class ServerClock {
    /*
     * A local clock may be wrong by hours; the Date of the response is wrong by the time it took to arrive, and by up to a
     * second because it has no fraction. A Date that is ten years off is a broken clock, not a skewed one.
     */

    private static final long LATEST_MILLIS = 253_402_300_799_999L; // 9999-12-31T23:59:59.999Z
    private static final long PLAUSIBLE_MILLIS = TimeUnit.DAYS.toMillis(3653);

    private final long nowMillis;

    private ServerClock(long nowMillis) {
        this.nowMillis = nowMillis;
    }

    /** The local wall clock, kept within the years 1970 to 9999. */
    static ServerClock local(long wallMillis) {
        return new ServerClock(Math.max(0, Math.min(wallMillis, LATEST_MILLIS)));
    }

    /** The clock set to the given Date in milliseconds, or this one when that is unknown or not within ten years of it. */
    ServerClock correctedBy(long dateMillis) {
        return dateMillis >= 0 && isNear(dateMillis) ? new ServerClock(dateMillis) : this;
    }

    long nowMillis() {
        return nowMillis;
    }

    /** Whether an instant between the years 1970 and 9999 is less than ten years from now, past or future. */
    boolean isNear(long epochMillis) {
        return Math.abs(epochMillis - nowMillis) < PLAUSIBLE_MILLIS;
    }

    /**
     * Nanoseconds from now until an instant between 1970 and 9999, above 0; {@link Grammar#PAST} when it is over. An instant
     * that falls on a whole second was most likely cut to it, and counts as its end.
     */
    long nanosUntil(long epochMillis) {
        long resolutionMillis = epochMillis % 1000 == 0 ? 1000 : 0;
        long delayMillis = epochMillis + resolutionMillis - nowMillis;
        return delayMillis <= 0 ? Grammar.PAST : TimeUnit.MILLISECONDS.toNanos(delayMillis);
    }
}
