package org.throttleagent.control;

import org.jspecify.annotations.Nullable;
import org.throttleagent.signal.RateSignal;

/**
 * What a key's answers have taught about its limit. A key that has never shown a limit or a refusal is {@linkplain #free() free}:
 * nothing learned ever delays it.
 */
/*
 * One value for each key, never changed once it is handed out, swapped whole by compare-and-set. The pace is worked out when
 * something happens and kept as an instant, so that to ask when the next request may go is to compare numbers.
 */
public final class Learned implements Cloneable {
    /** How long an answer is waited for that the next request depends on: it may never come. */
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    /** A wait that comes from a reset of which nobody knows whether it stands still is tried after an eighth, if it is long. */
    private static final long DOUBTED_NANOS = 30_000_000_000L;

    private Expectation expected;
    /** Requests let go so far, without those that went while the key was free. */
    private long sent;

    private long lastSentAt;
    /** When the last of them was due, which is what the next one's due is counted from. */
    private long stampedAt;

    private boolean governed;
    private boolean heard;
    private Hold hold;
    private Reading reading = Reading.NOTHING;
    /** {@code null} where no level was told. */
    private @Nullable LevelPace byLevel;

    private BlindPace blind;
    /** The instant from which the pace lets the next request go. */
    private long nextAt;

    private Learned(Expectation expected, long now) {
        this.expected = expected;
        lastSentAt = now;
        stampedAt = now;
        nextAt = now;
        hold = Hold.none(now);
        blind = BlindPace.nothing(now);
    }

    /** Nothing learned yet, without a rule. */
    public static Learned nothing(long now) {
        return nothing(Expectation.NOTHING, now);
    }

    /** Nothing learned yet. */
    public static Learned nothing(Expectation expected, long now) {
        return new Learned(expected, now);
    }

    private Learned copy() {
        try {
            return (Learned) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** The same under another rule. */
    public Learned under(Expectation other) {
        if (other == expected) {
            return this;
        }
        Learned l = copy();
        l.expected = other;
        return l;
    }

    /** Whether nothing learned can delay a request. */
    public boolean free() {
        return !governed && (heard || !expected.firstAlone);
    }

    /** The instant before which the key is closed; in the past if it is open. */
    public long holdUntil() {
        return hold.until;
    }

    /** What is left by the server's word less what was sent since, or -1. */
    public long remaining() {
        return byLevel == null ? -1 : byLevel.remaining(sent);
    }

    /** The window's size by the server's word, or -1. */
    public long limit() {
        return reading.limit;
    }

    /** Nanoseconds until the window resets, or -1. */
    public long resetNanos(long now) {
        return reading.resets ? Math.max(0, reading.resetAt - now) : -1;
    }

    /** The number of the last request that was let go. */
    public long sequence() {
        return sent;
    }

    /** The spacing at which requests leave when many wait; 0 if nothing spaces them. */
    public long intervalNanos() {
        return byLevel != null ? byLevel.intervalNanos() : blind.intervalNanos();
    }

    /**
     * The instant from which a request may go that has others before it, if nothing is learned meanwhile.
     *
     * @param ahead how many requests go before it
     */
    public long dueAt(long now, long ahead) {
        if (!governed) {
            return heard || !expected.firstAlone || sent == 0 ? now : lastSentAt + PATIENCE_NANOS;
        }
        long due = Hold.later(hold.until, nextAt);
        if (hold.reopening && lastSentAt - hold.until >= 0) {
            due = Hold.later(due, lastSentAt + PATIENCE_NANOS);
        }
        if (ahead == 0) {
            return due;
        }
        long spaced = byLevel == null ? ahead : Math.max(0, ahead - byLevel.free(now, sent));
        long then = Hold.later(due, now) + spaced * intervalNanos();
        if (reading.window && ahead > remaining() - 1 && reading.resetAt - then > 0) {
            return reading.resetAt;
        }
        return spaced == 0 ? due : then;
    }

    /**
     * After a request was let go.
     *
     * @param stamp when it was due, or later by what may not be caught up; the next one's due is counted from there
     */
    public Learned sent(long now, long stamp) {
        Learned l = copy();
        l.sent++;
        l.lastSentAt = now;
        if (governed) {
            l.stampedAt = stamp - now > 0 ? now : stamp;
            l.pace();
        }
        return l;
    }

    private void pace() {
        nextAt = byLevel != null ? byLevel.next(stampedAt, sent) : blind.next(stampedAt);
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
            return ended();
        }
        Learned l = copy();
        if (!governed) {
            l.stampedAt = answer.now;
        }
        l.governed = true;
        l.heard = true;
        boolean tells = l.tellsLevel(answer);
        if (tells) {
            l.reading = reading.next(answer);
        }
        if (held) {
            l.refused(answer, tells, !governed || answer.sentAt - hold.flightAt >= 0);
        } else {
            l.succeeded(answer, tells, others);
        }
        l.pace();
        return l;
    }

    /** Whether an answer tells a level that is to be believed, and none to a later request has. */
    private boolean tellsLevel(Answer a) {
        boolean overtaken = byLevel != null && byLevel.overtook(a);
        boolean contradicts = a.signal.refused() && a.signal.remaining() > 0;
        return a.signal.remaining() >= 0 && !overtaken && !contradicts;
    }

    private void refused(Answer a, boolean tells, boolean newFlight) {
        close(a, tells, newFlight);
        if (a.signal.refused() || a.signal.waitNanos() >= 0) {
            if (byLevel == null && tells) {
                byLevel = LevelPace.first(expected, reading, a);
                stampedAt = a.now;
            } else if (byLevel != null && (tells || newFlight)) {
                byLevel = byLevel.refused(expected, reading, a, newFlight);
                stampedAt = a.now;
            } else if (byLevel == null && newFlight) {
                blind = blind.refused(expected, a.now, Math.max(0, LevelPace.seconds(hold.until - a.now)));
                stampedAt = a.now;
            }
        }
        if (newFlight) {
            hold = hold.flight(a.now);
        }
    }

    private void close(Answer a, boolean tells, boolean newFlight) {
        RateSignal signal = a.signal;
        long wait = signal.waitNanos();
        boolean byReset = wait > 0 && signal.waitSource().contains("reset");
        boolean levelSaysWhen =
                signal.refused() && (tells || byLevel != null && signal.remaining() < 0) && !reading.window;
        if (wait > 0 && !byReset) {
            hold = hold.until(a.now + wait + spread(a));
        } else if (wait > 0 && (reading.window || byLevel == null && !tells)) {
            boolean doubted = !reading.proven && wait > DOUBTED_NANOS && hold.strikes == 0;
            hold = doubted
                    ? hold.strike(a.now + wait / 8, a.jitter, false)
                    : hold.until(reading.proven ? reading.resetAt : a.now + wait);
        } else if (wait == 0 && hold.strikes == 0) {
            hold = hold.atOnce(a.now);
        } else if (newFlight && !levelSaysWhen) {
            hold = blind.proven() && !signal.overloaded()
                    ? hold.until(a.now + (long) (blind.intervalNanos() * (0.5 + Chance.of(a.jitter))))
                    : hold.strike(a.now, a.jitter, signal.overloaded());
        }
    }

    /** Processes that were told the same instant do not come back at the same instant. */
    private long spread(Answer a) {
        return (long) (Math.min(blind.intervalNanos(), a.signal.waitNanos()) * Chance.of(a.jitter));
    }

    private void succeeded(Answer a, boolean tells, int others) {
        if (!a.signal.overloaded()) {
            hold = a.sentAt - hold.until >= 0 ? hold.succeeded() : hold;
            blind = blind.accepted(expected, a.now);
        }
        if (!tells) {
            return;
        }
        long unseen = Math.max(0, others - Math.max(0, sent - a.sequence));
        byLevel = byLevel == null
                ? LevelPace.first(expected, reading, a)
                : byLevel.heard(expected, reading, a, others, unseen);
        if (reading.window && reading.remaining == 0 && a.signal.resetNanos() > 0) {
            hold = hold.until(reading.resetAt);
        }
    }

    /** After a request that ended without an answer, on a key that is governed by a rule or by what it has shown. */
    public Learned unanswered(long sentAt, long now, long jitter) {
        Learned l = copy();
        l.governed = true;
        l.heard = true;
        if (sentAt - hold.flightAt >= 0) {
            l.hold = hold.strike(now, jitter, true).flight(now);
        }
        l.pace();
        return l;
    }

    /** A request is no more in flight that has taught nothing; whoever waited for the first need not any longer. */
    public Learned ended() {
        if (heard || !expected.firstAlone) {
            return this;
        }
        Learned l = copy();
        l.heard = true;
        return l;
    }
}
