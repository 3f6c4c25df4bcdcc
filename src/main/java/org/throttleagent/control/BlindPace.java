package org.throttleagent.control;

/**
 * The pace towards a server that says nothing but no. The formulas are in the description of the package. In floating point, with
 * times in seconds and amounts in requests. Immutable.
 */
final class BlindPace {
    private static final double REFUSED_CUT = 0.6;
    private static final double REFUSED_SOON_CUT = 0.5;
    private static final int SOON = 4;
    private static final double CLIMB_PER_SECOND = 0.0006;
    /** The rate for which {@link #CLIMB_PER_SECOND} is meant. */
    private static final double CLIMB_FOR = 1.25;

    private static final double FASTER_AFTER = 256;
    private static final double STEEPEST_CLIMB = 1.0 / 16;
    private static final double FIRST_CLIMB = 1.0 / 8;
    private static final int MOST_FLIGHTS = 20;
    private static final double JITTER = 0.12;
    private static final double GUESS = 1;
    private static final double SLOWEST = 1e-4;

    /** b: requests a second; 0: none is known. */
    private final double rate;
    /** n: successes since {@link #since}, when the last flight of refusals ended or the key was first seen. */
    private final long accepted;

    private final long since;
    private final boolean sinceRefusal;
    private final long acceptedAt;
    /** f: flights of refusals before which something was accepted, 0 to {@link #MOST_FLIGHTS}. */
    private final int flights;

    private BlindPace(double rate, long accepted, long since, boolean sinceRefusal, long acceptedAt, int flights) {
        this.rate = rate;
        this.accepted = accepted;
        this.since = since;
        this.sinceRefusal = sinceRefusal;
        this.acceptedAt = acceptedAt;
        this.flights = flights;
    }

    static BlindPace nothing(long now) {
        return new BlindPace(0, 0, now, false, now, 0);
    }

    /** The instant from which the next request may go, if the last was due at {@code last}. */
    long next(long last) {
        return rate == 0 ? last : last + LevelPace.nanos((1 + JITTER * (2 * Chance.of(last) - 1)) / rate);
    }

    /** How far apart requests leave; 0 if nothing spaces them. */
    long intervalNanos() {
        return rate == 0 ? 0 : Math.max(1, LevelPace.nanos(1 / rate));
    }

    /** Whether the pace is one at which requests have been accepted since the last refusal. */
    boolean proven() {
        return rate > 0 && accepted > 0;
    }

    /** After a success. */
    BlindPace accepted(Expectation expectation, long now) {
        if (rate == 0) {
            return new BlindPace(0, accepted + 1, since, sinceRefusal, now, flights);
        }
        double dt = Math.max(0, LevelPace.seconds(now - acceptedAt));
        double scale = expectation.perSecond > 0 ? expectation.perSecond / CLIMB_FOR : 1;
        double climb = CLIMB_PER_SECOND * scale * scale * dt / rate * Math.max(1, (accepted + 1) / FASTER_AFTER);
        double step = Math.max(Math.min(STEEPEST_CLIMB, climb), FIRST_CLIMB / (1 << flights));
        return new BlindPace(rate * (1 + step), accepted + 1, since, sinceRefusal, now, flights);
    }

    /** After the first refusal of a flight; {@code holdSeconds} is for how long the key is closed. */
    BlindPace refused(Expectation expectation, long now, double holdSeconds) {
        double elapsed = Math.max(1e-9, LevelPace.seconds(now - since));
        double seen = accepted / (sinceRefusal ? elapsed : elapsed + holdSeconds);
        double next;
        if (rate > 0) {
            next = rate * (accepted < SOON ? REFUSED_SOON_CUT : REFUSED_CUT);
        } else if (expectation.perSecond > 0) {
            next = accepted == 0 ? expectation.perSecond : Math.min(expectation.perSecond, seen);
        } else if (accepted == 0) {
            next = sinceRefusal ? GUESS : 0;
        } else {
            next = sinceRefusal ? seen : seen / 2;
        }
        int counted = accepted == 0 ? flights : Math.min(flights + 1, MOST_FLIGHTS);
        return new BlindPace(next == 0 ? 0 : Math.max(SLOWEST, next), 0, now, true, now, counted);
    }
}
