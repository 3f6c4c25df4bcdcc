package org.throttleagent.control;

import org.throttleagent.signal.RateSignal;

/**
 * What the answers of one key have taught. Immutable; each event makes a new value.
 *
 * <p>A key that has never shown a limit or a refusal is {@linkplain #free() free}: nothing here ever delays it.
 */
/*
 * Three facts decide when the next request may go, the latest of them wins:
 *
 *   hold     the server said when (Retry-After, reset of an exhausted window), or it refused without saying: then 1 s, doubling
 *            with each flight of refusals to 30 s, plus up to half of it at random, forgotten at the first success. All
 *            refusals of requests that left before the hold began are one flight.
 *   level    what the server said is left, less what has been sent since. At 0 a window waits for its reset; a server that
 *            names no reset is asked again after one interval.
 *   interval the pace. Between two refusals the server let at most as many requests pass as it refilled, so the time between
 *            them divided by their number is no shorter than its interval; it is longer by what overflowed during the hold. The
 *            first refusal has a burst in it, and the hold is taken for the time in which the server gets over it. The pace
 *            that was refused was too fast: the next lies in the middle. It climbs by 6 % with each success, and by half of
 *            that after each further flight of refusals, so that it ends up close to the refill with few of them. Where the
 *            server tells its level, the refill is read from the level.
 *
 * After a hold one request goes alone; the others follow when it has succeeded.
 */
public final class Learned {
    private static final long FIRST_HOLD_NANOS = 1_000_000_000L;
    private static final long LONGEST_HOLD_NANOS = 30_000_000_000L;
    /** How long the first request after a hold is waited for before the next may go: an answer may never come. */
    private static final long PROBE_PATIENCE_NANOS = 1_000_000_000L;

    /** Levels are whole numbers: a refill is read from a gain of so many, which limits the error to a quarter. */
    private static final long ENOUGH_REFILL = 4;

    /** After the first refusal each success shortens the interval by a 2^4th, and by half as much after each further one. */
    private static final int CLIMB_SHIFT = 3;

    private static final int SLOWEST_CLIMB = 8;

    private static final long FIRST_INTERVAL_NANOS = 1_000_000_000L;
    private static final long LONGEST_INTERVAL_NANOS = 60_000_000_000L;

    /** Requests let go so far, also those before the first signal. */
    private final long sent;
    /** When the last of them was let go. */
    private final long lastSentAt;

    private final boolean governed;
    private final long holdUntil;
    /** Flights of refusals without a word on how long, since the last success. */
    private final int strikes;
    /** When the last flight of refusals was counted. */
    private final long lastRefusedAt;
    /** Whether a hold ended and no request has succeeded since. */
    private final boolean reopening;

    /** What is left by the server's word at the request number {@link #levelSequence}; -1: it does not say. */
    private final long level;

    private final long levelSequence;
    private final long levelSentAt;
    /** The window's size; -1 unknown. */
    private final long limit;
    /** When the window resets; meaningful if {@link #resets}. */
    private final long resetAt;

    private final boolean resets;

    /** The pace; 0: none. */
    private final long intervalNanos;
    /** Successes since {@link #epochAt}, where the last flight of refusals ended or the key was first seen. */
    private final long accepted;

    private final long epochAt;
    /** Flights of refusals so far, 0 to {@link #SLOWEST_CLIMB}. */
    private final int flights;

    private final boolean epochIsRefusal;

    private Learned(Draft d) {
        sent = d.sent;
        lastSentAt = d.lastSentAt;
        governed = d.governed;
        holdUntil = d.holdUntil;
        strikes = d.strikes;
        lastRefusedAt = d.lastRefusedAt;
        reopening = d.reopening;
        level = d.level;
        levelSequence = d.levelSequence;
        levelSentAt = d.levelSentAt;
        limit = d.limit;
        resetAt = d.resetAt;
        resets = d.resets;
        intervalNanos = d.intervalNanos;
        accepted = d.accepted;
        epochAt = d.epochAt;
        flights = d.flights;
        epochIsRefusal = d.epochIsRefusal;
    }

    /** Nothing learned yet. */
    public static Learned nothing(long now) {
        return new Draft(now).done();
    }

    /** Whether no answer has ever shown a limit or a refusal. */
    public boolean free() {
        return !governed;
    }

    /** The instant before which the key is closed; in the past if it is open. */
    public long holdUntil() {
        return holdUntil;
    }

    /** What is left by the server's word less what was sent since, or -1. */
    public long remaining() {
        return level < 0 ? -1 : Math.max(0, level - (sent - levelSequence));
    }

    /** The window's size by the server's word, or -1. */
    public long limit() {
        return limit;
    }

    /** Nanoseconds until the window resets, or -1. */
    public long resetNanos(long now) {
        return resets ? Math.max(0, resetAt - now) : -1;
    }

    /** The number of the last request that was let go. */
    public long sequence() {
        return sent;
    }

    /** The spacing at which requests leave when many wait; 0 if nothing spaces them. */
    public long intervalNanos() {
        return level >= 0 && resets ? 0 : intervalNanos;
    }

    /**
     * The instant from which a request may go that has others before it, if nothing is learned meanwhile.
     *
     * @param ahead how many requests go before it
     */
    public long dueAt(long now, long ahead) {
        if (!governed) {
            return now;
        }
        long due = holdUntil;
        if (reopening && lastSentAt - holdUntil >= 0) {
            due = later(due, lastSentAt + Math.max(intervalNanos, PROBE_PATIENCE_NANOS));
        }
        if (level < 0) {
            due = later(due, lastSentAt + intervalNanos) + ahead * intervalNanos;
        } else {
            long missing = sent + ahead - levelSequence - level + 1;
            if (missing > 0) {
                long interval = intervalNanos > 0 ? intervalNanos : FIRST_INTERVAL_NANOS;
                due = later(due, resets ? resetAt : lastSentAt + Math.min(missing, ahead + 1) * interval);
            }
        }
        return due;
    }

    /** After a request was let go. */
    public Learned sent(long now) {
        Draft d = new Draft(this);
        d.sent++;
        d.lastSentAt = now;
        if (resets && level >= 0 && sent - levelSequence >= level && now - resetAt >= 0) {
            // the window is new: it holds the limit again, of which this request is the first
            d.level = limit > 0 ? limit : 1;
            d.levelSequence = sent;
            d.resets = false;
        }
        return d.done();
    }

    /**
     * After an answer. Answers may come in any order.
     *
     * @param ruled whether a rule governs the key, so that overload closes it even if nobody says for how long
     * @param others requests in flight without this one
     */
    public Learned answered(Answer answer, boolean ruled, int others) {
        RateSignal signal = answer.signal;
        boolean held = signal.refused() || signal.overloaded() && (governed || ruled || signal.waitNanos() >= 0);
        if (!held && !governed && !signal.saysLimit()) {
            return this;
        }
        Draft d = new Draft(this);
        d.governed = true;
        // nobody has seen the answer to a later request, so all of those are in flight; the rest went before this one
        d.unseen = Math.max(0, others - Math.max(0, sent - answer.sequence));
        if (held) {
            refused(d, answer);
        } else {
            succeeded(d, answer);
        }
        return d.done();
    }

    /** After a request that ended without an answer, on a key that is governed by a rule or by what it has shown. */
    public Learned unanswered(long sentAt, long now, long jitter) {
        Draft d = new Draft(this);
        d.governed = true;
        if (sentAt - lastRefusedAt >= 0) {
            strike(d, now, jitter);
        }
        return d.done();
    }

    private void refused(Draft d, Answer a) {
        boolean newFlight = !governed || a.sentAt - lastRefusedAt >= 0;
        if (a.signal.waitNanos() > 0) {
            d.holdUntil = later(holdUntil, a.now + a.signal.waitNanos());
        } else if (a.signal.waitNanos() == 0 && strikes == 0) {
            d.strikes = 1; // "at once" is believed one time
            d.holdUntil = later(holdUntil, a.now);
        } else if (newFlight) {
            strike(d, a.now, a.jitter);
        }
        takeLevel(d, a);
        if (newFlight && (a.signal.refused() || a.signal.waitNanos() >= 0)) {
            learnFromRefusal(d, a);
        }
        if (newFlight) {
            d.lastRefusedAt = a.now;
        }
        d.reopening = true;
    }

    private void strike(Draft d, long now, long jitter) {
        long hold = Math.min(LONGEST_HOLD_NANOS, FIRST_HOLD_NANOS << Math.min(strikes, 5));
        d.strikes = strikes + 1;
        d.holdUntil = later(holdUntil, now + hold + ((jitter >>> 1) % (hold / 2)));
        d.lastRefusedAt = now;
        d.reopening = true;
    }

    private void learnFromRefusal(Draft d, Answer a) {
        long hold = Math.max(0, d.holdUntil - a.now);
        long elapsed = Math.max(1, a.now - epochAt);
        if (accepted == 0) {
            // nothing has passed, so nothing is known of the pace that was not; how long to wait the hold says
            d.intervalNanos = epochIsRefusal && intervalNanos == 0 ? FIRST_INTERVAL_NANOS : intervalNanos;
        } else if (epochIsRefusal) {
            long seen = elapsed / accepted;
            long middle = intervalNanos > 0 && intervalNanos < seen ? (intervalNanos + seen) / 2 : seen;
            d.intervalNanos = clampInterval(middle + middle / 50);
        } else {
            d.intervalNanos = clampInterval((elapsed + hold) / accepted);
        }
        d.epochAt = a.now;
        d.epochIsRefusal = true;
        d.accepted = 0;
        d.flights = accepted == 0 ? flights : Math.min(flights + 1, SLOWEST_CLIMB);
    }

    private void succeeded(Draft d, Answer a) {
        if (!a.signal.overloaded()) {
            d.accepted = accepted + 1;
            if (a.sentAt - holdUntil >= 0) {
                d.strikes = 0;
                d.reopening = false;
            }
        }
        if (intervalNanos > 0 && level < 0) {
            d.intervalNanos =
                    Math.max(1, intervalNanos - (intervalNanos >> CLIMB_SHIFT + flights - (accepted < 64 ? 0 : 1)));
        }
        takeLevel(d, a);
        if (a.signal.remaining() == 0 && a.signal.resetNanos() > 0 && !overtaken(a)) {
            d.holdUntil = later(holdUntil, a.now + a.signal.resetNanos());
            d.reopening = true;
        }
    }

    /** Takes what the answer says is left, unless a later request has been answered already. */
    private void takeLevel(Draft d, Answer a) {
        long remaining = a.signal.refused() && a.signal.remaining() > 0 ? -1 : a.signal.remaining();
        if (remaining < 0 || overtaken(a)) {
            return;
        }
        remaining = Math.max(0, remaining - d.unseen); // they may not have reached the server yet
        boolean window = a.signal.resetNanos() >= 0;
        if (!window && level >= 0) {
            long expected = level - (a.sequence - levelSequence);
            long refilled = remaining - expected;
            long elapsed = a.sentAt - levelSentAt;
            if (refilled >= ENOUGH_REFILL && elapsed > 0) {
                d.intervalNanos = clampInterval(elapsed / refilled + elapsed / refilled / 50);
            } else if (refilled >= 0) {
                return; // too close to the last sample to read a refill from it; that sample less what was sent since
                // holds
            }
        }
        d.level = remaining;
        d.levelSequence = a.sequence;
        d.levelSentAt = a.sentAt;
        d.limit = a.signal.limit();
        d.resets = window;
        d.resetAt = window ? a.now + a.signal.resetNanos() : a.now;
    }

    /** Whether the level is by the answer to a later request. Requests before the first signal have no number. */
    private boolean overtaken(Answer a) {
        return level >= 0 && (a.sequence < levelSequence || a.sequence == levelSequence && a.sentAt - levelSentAt < 0);
    }

    private static long clampInterval(long nanos) {
        return Math.max(1, Math.min(LONGEST_INTERVAL_NANOS, nanos));
    }

    private static long later(long a, long b) {
        return a - b >= 0 ? a : b;
    }

    /** A value in the making. Confined to the method that makes it. */
    private static final class Draft {
        private long sent;
        private long lastSentAt;
        private boolean governed;
        private long holdUntil;
        private int strikes;
        private long lastRefusedAt;
        private boolean reopening;
        private long level = -1;
        private long levelSequence;
        private long levelSentAt;
        private long limit = -1;
        private long resetAt;
        private boolean resets;
        private long intervalNanos;
        private long accepted;
        private long epochAt;
        private int flights;
        /** Requests before the one that is answered, which its answer may not have counted. Not kept. */
        private long unseen;

        private boolean epochIsRefusal;

        private Draft(long now) {
            lastSentAt = now;
            holdUntil = now;
            lastRefusedAt = now;
            levelSentAt = now;
            resetAt = now;
            epochAt = now;
        }

        private Draft(Learned from) {
            sent = from.sent;
            lastSentAt = from.lastSentAt;
            governed = from.governed;
            holdUntil = from.holdUntil;
            strikes = from.strikes;
            lastRefusedAt = from.lastRefusedAt;
            reopening = from.reopening;
            level = from.level;
            levelSequence = from.levelSequence;
            levelSentAt = from.levelSentAt;
            limit = from.limit;
            resetAt = from.resetAt;
            resets = from.resets;
            intervalNanos = from.intervalNanos;
            accepted = from.accepted;
            epochAt = from.epochAt;
            flights = from.flights;
            epochIsRefusal = from.epochIsRefusal;
        }

        private Learned done() {
            return new Learned(this);
        }
    }
}
