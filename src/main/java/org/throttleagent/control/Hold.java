package org.throttleagent.control;

/** For how long a key is closed, and why: because the server said so, or because it refused without a word. Immutable. */
final class Hold {
    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long LONGEST_OVERLOAD_NANOS = 4_000_000_000L;
    private static final long LONGEST_NANOS = 30_000_000_000L;

    /** Before this instant nothing goes. */
    final long until;
    /** Refusals without a word, each from a flight of its own, since the last success. */
    final int strikes;
    /** When the last flight of refusals was counted. */
    final long flightAt;
    /** Whether a hold ended, or will, and no request has succeeded since. */
    final boolean reopening;

    private Hold(long until, int strikes, long flightAt, boolean reopening) {
        this.until = until;
        this.strikes = strikes;
        this.flightAt = flightAt;
        this.reopening = reopening;
    }

    static Hold none(long now) {
        return new Hold(now, 0, now, false);
    }

    /** Closed until an instant, or for as long as it is already. */
    Hold until(long instant) {
        return new Hold(later(until, instant), strikes, flightAt, true);
    }

    /** At once is believed one time. */
    Hold atOnce(long now) {
        return new Hold(later(until, now), 1, flightAt, true);
    }

    /** Closed for 1 s, doubling with each strike to 30 s, and for half of that more by chance. */
    Hold strike(long now, long jitter, boolean overload) {
        long nanos = Math.min(overload ? LONGEST_OVERLOAD_NANOS : LONGEST_NANOS, FIRST_NANOS << Math.min(strikes, 5));
        return new Hold(later(until, now + nanos + (jitter >>> 1) % (nanos / 2)), strikes + 1, flightAt, true);
    }

    Hold flight(long now) {
        return new Hold(until, strikes, now, reopening);
    }

    Hold succeeded() {
        return strikes == 0 && !reopening ? this : new Hold(until, 0, flightAt, false);
    }

    static long later(long a, long b) {
        return a - b >= 0 ? a : b;
    }
}
