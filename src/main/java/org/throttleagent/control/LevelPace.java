package org.throttleagent.control;

/**
 * The pace towards a server that says how much remains. The formulas are in the description of the package; the names here are
 * theirs. In floating point, with times in seconds and amounts in requests; only the instant that comes of it is a number of
 * nanoseconds. Immutable once it has been handed out.
 */
final class LevelPace implements Cloneable {
    private static final double SET_POINT = 10;
    private static final double STEEPEST = 1.5;
    private static final double FLATTEST = 1.15;
    private static final double CUT = 1.2;
    private static final double DEEPEST_CUT = 0.3;
    private static final double CLIMB = 0.008;
    private static final double MOST_SHARE = 18;
    private static final double LEAST_SHARE = 1.0 / 1024;
    private static final double START_EMPTY = 4;
    private static final double START_LATE = 0.85;
    private static final double REFUSED_CUT = 0.7;
    private static final double REFUSED_AGAIN_CUT = 0.2;
    private static final double INFLOW_WEIGHT = 0.3;
    private static final double MOST_INFLOW = 1.5;
    private static final double LEAST_JITTER = 0.12;
    private static final double MORE_JITTER = 0.35;
    private static final double JITTER_FALLS = 60;
    private static final double LATEST_PROBE = 16;
    private static final double GUESS = 1;
    /** The guess of a pool that is not large and has not refused: what it is too high by is seen at once. */
    private static final double FIRST_GUESS = 8;

    private static final double TRIED_MORE = 1.5;
    private static final double TRY_FASTER = 2;
    private static final double MOST_TRIED = 1e4;
    private static final double TRIED = 5;
    private static final int FIRST_TRY_AFTER = 2;
    private static final int LATEST_TRY_AFTER = 1 << 20;
    private static final double FULL_MARGIN = 2;
    private static final double FULL_DRIFT = 0.25;
    private static final double REFUSED_REFILL = 0.7;
    private static final double REFILL_TOO_LOW = 2.5;
    private static final double ENOUGH_GAIN = 4;
    private static final double WINDOW_BURST_SOFTNESS = 50;

    /** r: what flows into the pool in a second. */
    private double refill;
    /** Whether nobody has told the refill. */
    private boolean guessed;
    /** What a rule says of the refill; 0: nothing. */
    private double expected;
    /** b: what this process sends in a second when the pool is at its set-point. */
    private double share;
    /** d: what flows into the pool in a second less what others take out of it. */
    private double inflow;

    /** The newest word on the level: after our request number {@link #sequence}, which left at {@link #sentAt}. */
    private double level;

    private long at;
    private long sentAt;
    private long sequence;

    /** An earlier word on the level, from which the refill is read. */
    private double anchorLevel;

    private long anchorSentAt;
    private long anchorSequence;
    /** How many of our requests were under way then, of which the level may or may not have known. */
    private int anchorOthers;

    /** Refusals in a row. */
    private int streak;

    private Ceiling ceiling;
    /** Whether the refill is being tried out: it may be less by far, and is made so as the level shows. */
    private boolean trying;
    /** After so many answers in a row from a full pool it is tried out; twice as many each time. */
    private int tryAfter = FIRST_TRY_AFTER;
    /** The share and the refill before it was tried out. */
    private double shareBefore;

    private double refillBefore;
    private double limit = -1;

    /** Of a window: what is kept of it, spread over the time that is left, in requests a second; 0: it is no window. */
    private double line;

    private long resetAt;

    private LevelPace(Ceiling ceiling) {
        this.ceiling = ceiling;
    }

    /** After the first answer that told a level. */
    static LevelPace first(Expectation expectation, Reading r, Answer a) {
        LevelPace p = new LevelPace(Ceiling.first(a));
        p.expected = expectation.perSecond;
        p.guessed = p.expected == 0;
        p.trying = p.guessed && !a.signal.refused() && r.remaining < 3 * SET_POINT;
        p.refill = p.trying ? FIRST_GUESS : p.guessed ? GUESS : p.expected;
        p.refillBefore = GUESS;
        p.shareBefore = START_LATE * GUESS;
        p.take(a, a.signal.refused() ? 0 : r.remaining);
        p.takeAnchor(0);
        p.shape(r, expectation);
        p.inflow = p.guessed && p.line == 0 ? p.refill / 2 : p.refill;
        if (p.line > 0) {
            p.share = p.refill;
        } else if (a.signal.refused()) {
            p.share = p.guessed ? p.refill : p.refill * START_EMPTY;
        } else {
            p.share = p.refill * (p.level >= 3 * SET_POINT ? MOST_SHARE : START_LATE);
        }
        return p;
    }

    private LevelPace copy() {
        try {
            return (LevelPace) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private void take(Answer a, double newLevel) {
        level = newLevel;
        at = a.now;
        sentAt = a.sentAt;
        sequence = Math.max(sequence, a.sequence);
    }

    private void takeAnchor(int others) {
        anchorLevel = level;
        anchorSentAt = sentAt;
        anchorSequence = sequence;
        anchorOthers = others;
    }

    /** Takes over what kind of limit it is, and what its window says. */
    private void shape(Reading r, Expectation expectation) {
        limit = r.limit;
        if (!r.window) {
            line = 0;
            if (r.refillPerSecond > 0 && expected == 0) {
                refill = r.refillPerSecond;
                guessed = false;
            }
            return;
        }
        resetAt = r.resetAt;
        if (line == 0 || r.turned) {
            double size = limit > 0 ? limit : Math.max(ceiling.highest, 1);
            double kept = Math.min(Math.max(level, 1), (1 - expectation.windowBurst) * size);
            double old = refill;
            line = Math.max(1e-9, kept / Math.max(1e-3, seconds(resetAt - at)));
            refill = line;
            share *= refill / old;
            inflow *= refill / old;
        }
    }

    /** Whether what is known is newer than an answer. Requests that went while the key was free have no number: the least counts. */
    boolean overtook(Answer a) {
        return a.sequence < sequence || a.sequence == sequence && a.signal.remaining() > level;
    }

    /** What is left by the server's word, less what was sent since and what it may not have seen. */
    long remaining(long sent) {
        return Math.max(0, (long) level - (sent - sequence));
    }

    /** D: what may be spent at an instant. */
    private double level(long now, long sent) {
        double kept = line > 0 ? line * Math.max(0, seconds(resetAt - at)) : 0;
        return level - kept - (sent - sequence) + inflow * seconds(now - at);
    }

    /** S. */
    private double setPoint(long now) {
        double set = limit > 0 ? Math.min(SET_POINT, limit / (line > 0 ? 8 : 4)) : SET_POINT;
        if (line > 0) {
            return Math.max(0.05, Math.min(set, line * Math.max(0, seconds(resetAt - now)) / 2));
        }
        return Math.max(1, ceiling.small ? Math.min(set, (ceiling.highest + 1) / 2) : set);
    }

    /** Whether the refill is a guess that nothing has shown to be too low. */
    private boolean unknown() {
        return guessed && refill <= TRIED_MORE * GUESS;
    }

    private double steepness() {
        return Math.max(FLATTEST, Math.min(STEEPEST, share / refill));
    }

    /** The instant from which the next request may go, if the last was due at {@code last} and {@code sent} have gone. */
    long next(long last, long sent) {
        double set = setPoint(last);
        double d = level(last, sent);
        if (line > 0 && d >= set + Math.min(WINDOW_BURST_SOFTNESS, limit / 8)) {
            return last;
        }
        double jitter = LEAST_JITTER + MORE_JITTER / (1 + JITTER_FALLS * share / refill);
        double cell = 1 + jitter * (2 * Chance.of(last) - 1);
        double latest = Math.min(LATEST_PROBE / share, 1 / (LEAST_SHARE * refill));
        if (line == 0 && (ceiling.small || ceiling.low() && (guessed || ceiling.refusals() == 0))) {
            double untilFull = (ceiling.highest + FULL_MARGIN + ceiling.refusals() - d) / Math.max(inflow, 1e-9);
            latest = Math.min(latest, Math.max(0, untilFull));
        }
        long due = last
                + nanos(Math.min(
                        Rising.secondsUntil(cell, share, steepness(), d / set, Math.max(inflow, 1e-12) / set), latest));
        return line > 0 && resetAt - last > 0 && due - resetAt > 0 ? resetAt : due;
    }

    /** How far apart requests leave when many wait. */
    long intervalNanos() {
        return Math.max(1, nanos(1 / Math.min(share, refill)));
    }

    /** How many may go before the pace begins to hold them back. */
    long free(long now, long sent) {
        return (long) Math.max(0, level(now, sent) - setPoint(now));
    }

    /**
     * After an answer that told a level.
     *
     * @param others our requests under way, of which the level may or may not have known
     * @param unseen those of them that left earlier
     */
    LevelPace heard(Expectation expectation, Reading r, Answer a, int others, long unseen) {
        LevelPace p = copy();
        double dt = seconds(a.sentAt - sentAt);
        double gain = r.remaining - level + (a.sequence - sequence);
        p.ceiling = ceiling.after(a, refill, guessed);
        p.take(a, Math.max(0, r.remaining - unseen));
        p.streak = 0;
        boolean full = p.ceiling.small && p.ceiling.inARow > 0 && line == 0;
        if (!r.turned && dt > 0) {
            double seen = Math.max(0, Math.min(2 * refill, gain / dt + line));
            double weight = Math.min(INFLOW_WEIGHT, 1 - Math.exp(-refill * dt / 4));
            p.inflow = full && seen < inflow
                    ? inflow + FULL_DRIFT * weight * Math.max(0, refill - inflow)
                    : Math.min(MOST_INFLOW * refill, inflow + weight * (seen - inflow));
        }
        p.shape(r, expectation);
        if (!r.window) {
            p.readRefill(a, r.turned, others);
        }
        if (p.line == 0 && p.guessed) {
            p.tryOut(others);
        }
        if (!p.trying && !r.turned && dt > 0) {
            p.adjust(dt, full);
        }
        if (p.line == 0) {
            p.share *= p.ceiling.more(p.sentAt, p.sequence, p.refill, p.unknown());
        }
        p.clampShare();
        return p;
    }

    /**
     * A pool that stays full says nothing of its refill but that it is no less than what we send. So it is asked for more and more
     * until it is not full; then the refill is at most what can have flowed in since.
     */
    private void tryOut(int others) {
        if (ceiling.inARow > 1) {
            refill = Math.max(refill, ceiling.sentPerSecond(sentAt, sequence));
        }
        if (!trying && ceiling.inARow >= tryAfter && ceiling.highest <= TRIED) {
            trying = true;
            tryAfter = Math.min(2 * tryAfter, LATEST_TRY_AFTER);
            shareBefore = share;
            refillBefore = refill;
        }
        if (trying && ceiling.inARow > 0) {
            share = Math.min(MOST_TRIED, share * TRY_FASTER);
            refill = Math.max(refill, share);
            takeAnchor(others);
        } else if (trying) {
            narrow(others);
        }
    }

    private void narrow(int others) {
        double gain = Math.max(0, level - anchorLevel + (sequence - anchorSequence));
        boolean sure = gain >= ENOUGH_GAIN;
        double most = (gain + (sure ? 0 : 1 + anchorOthers + others)) / Math.max(1e-3, seconds(sentAt - anchorSentAt));
        if (most < refill) {
            share *= most / refill;
            refill = most;
        }
        trying = !sure;
        if (refill <= TRIED_MORE * refillBefore) {
            trying = false;
            refill = refillBefore;
            share = shareBefore;
        }
        inflow = Math.min(inflow, MOST_INFLOW * refill);
    }

    /** Additive increase, multiplicative decrease, both by the level. */
    private void adjust(double dt, boolean full) {
        double set = setPoint(at);
        double e = Math.max(0, level(at, sequence) / set);
        double x = refill * dt / set;
        double low = full ? 0 : Math.max(0, 1 - e);
        double scale = line == 0 && unknown() ? 2 * Math.sqrt(share) : refill;
        share = share * Math.max(DEEPEST_CUT, Math.exp(-CUT * x * low * low)) + CLIMB * scale * x * Math.min(1, e);
    }

    private void clampShare() {
        share = Math.max(LEAST_SHARE * refill, Math.min(MOST_SHARE * refill, share));
    }

    /** Raises the refill where the level has risen by more than it explains, whatever was under way. */
    private void readRefill(Answer a, boolean turned, int others) {
        double span = seconds(sentAt - anchorSentAt);
        double gain = level - anchorLevel + (sequence - anchorSequence);
        double sure = gain - 1 - anchorOthers - others;
        if (turned || gain + others <= anchorOthers) {
            takeAnchor(others);
        } else if (sure >= ENOUGH_GAIN && span > 4 * seconds(a.now - a.sentAt)) {
            double seen = sure / span;
            if (seen > (guessed ? refill : REFILL_TOO_LOW * refill)) {
                double old = refill;
                boolean farOff = trying || seen > REFILL_TOO_LOW * refill;
                refill = farOff ? seen : (refill + seen) / 2;
                inflow *= refill / old;
                share *= farOff && guessed ? refill / old : 1;
            }
            takeAnchor(others);
        }
    }

    /** After a refusal; {@code newFlight} says whether it is the first of those that were under way together. */
    LevelPace refused(Expectation expectation, Reading r, Answer a, boolean newFlight) {
        LevelPace p = copy();
        p.take(a, 0);
        if (p.trying && p.guessed) {
            p.narrow(0);
        }
        p.takeAnchor(0);
        p.shape(r, expectation);
        if (newFlight) {
            p.ceiling = ceiling.refused();
            p.inflow /= 2;
            p.share *= streak > 0 ? REFUSED_AGAIN_CUT : REFUSED_CUT;
            p.streak = streak + 1;
            if (p.line == 0 && streak > 0) {
                p.refill = Math.max(p.refill * REFUSED_REFILL, Math.max(expected, 1e-4));
                p.inflow = Math.min(p.inflow, p.refill);
            }
        }
        p.clampShare();
        return p;
    }

    static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** At most nearly ten years, so that it can be added to an instant. */
    static long nanos(double seconds) {
        return (long) (Math.min(seconds, 3.0e8) * 1e9);
    }
}
