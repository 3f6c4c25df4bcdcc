package org.throttleagent.control;

/**
 * The highest level that a server has told, and for how long the newest answers have told it: a pool that is as full as ever,
 * whatever we send, gets no fuller if we wait. The formulas are in the description of the package. Immutable.
 */
/*
 * A pool that many share also rests at some level, so a level that stands still proves nothing by itself. What proves it is time:
 * how much would have flowed in meanwhile, against how much we took.
 */
final class Ceiling {
    /** A pool that holds less than this is small: a pool that is shared rests above it. */
    private static final double SMALL = 7.5;

    private static final int SMALL_SEEN = 5;
    private static final double SMALL_REFILLS = 60;
    private static final double SMALL_REFILLS_GUESSED = 120;
    private static final int FORGOTTEN = 512;
    private static final int PATIENCE_UNSEEN = 2;
    private static final int PATIENCE = 7;
    private static final int PATIENCE_LARGE = 20;
    private static final int MOST_PATIENCE = 40;
    private static final double SPARE = 0.45;
    private static final double PLENTY = 0.25;
    private static final int PLENTY_ANSWERS = 3;
    private static final double PLENTY_REFILLS = 6;

    final double highest;
    /** Answers in a row that told it; and that told less. */
    final int inARow;

    private final int lessInARow;
    /** Whether the pool holds no more than that. */
    final boolean small;
    /** How many answers have told it, and since when nothing higher was told. */
    private final int seen;

    private final long raisedAt;
    /** When the first of those in a row was sent, and its number. */
    private final long since;

    private final long sinceSequence;
    /** After how many answers in a row twice as much is asked for; {@link #PATIENCE_UNSEEN} until a level has fallen. */
    private final int patience;

    private Ceiling(
            double highest,
            int inARow,
            int lessInARow,
            boolean small,
            int seen,
            long raisedAt,
            long since,
            long sinceSequence,
            int patience) {
        this.highest = highest;
        this.inARow = inARow;
        this.lessInARow = lessInARow;
        this.small = small;
        this.seen = seen;
        this.raisedAt = raisedAt;
        this.since = since;
        this.sinceSequence = sinceSequence;
        this.patience = patience;
    }

    static Ceiling first(Answer a) {
        int patience = a.signal.refused() ? PATIENCE + 1 : PATIENCE_UNSEEN;
        return new Ceiling(a.signal.remaining(), 0, 0, false, 0, a.sentAt, a.sentAt, a.sequence, patience);
    }

    /** After an answer; {@code refill} is what flows in a second, and {@code guessed} whether that is a guess. */
    Ceiling after(Answer a, double refill, boolean guessed) {
        long told = a.signal.remaining();
        if (told > highest) {
            return new Ceiling(told, 0, 0, false, 0, a.sentAt, a.sentAt, a.sequence, patience);
        }
        if (told < highest) {
            boolean forgotten = lessInARow + 1 >= FORGOTTEN;
            return new Ceiling(
                    highest,
                    0,
                    lessInARow + 1,
                    small && !forgotten,
                    forgotten ? 0 : seen,
                    forgotten ? a.sentAt : raisedAt,
                    since,
                    sinceSequence,
                    a.sequence > sinceSequence ? Math.max(patience, PATIENCE) : patience);
        }
        double refills = LevelPace.seconds(a.sentAt - raisedAt) * refill;
        boolean holdsNoMore = highest < SMALL
                && seen + 1 >= SMALL_SEEN
                && refills >= (guessed ? SMALL_REFILLS_GUESSED : SMALL_REFILLS);
        return new Ceiling(
                highest,
                inARow + 1,
                0,
                small || holdsNoMore,
                seen + 1,
                raisedAt,
                inARow == 0 ? a.sentAt : since,
                inARow == 0 ? a.sequence : sinceSequence,
                patience);
    }

    /** After the first refusal of a flight. */
    Ceiling refused() {
        int longer = Math.min(MOST_PATIENCE, Math.max(patience, PATIENCE) + 1);
        return new Ceiling(highest, 0, lessInARow + 1, small, seen, raisedAt, since, sinceSequence, longer);
    }

    /** How many refusals there have been that made it more patient. */
    int refusals() {
        return Math.max(0, patience - PATIENCE);
    }

    /** Whether it is not too high for the pool to be small. */
    boolean low() {
        return highest < SMALL;
    }

    /** What we have sent in a second since it has been full, by the newest answer, which says that it still is. */
    double sentPerSecond(long sentAt, long sequence) {
        return (sequence - sinceSequence) / Math.max(1e-3, LevelPace.seconds(sentAt - since));
    }

    /** By how much more to ask for after an answer that told it: 1 for no more, at most 2. */
    double more(long sentAt, long sequence, double refill, boolean guessed) {
        if (inARow == 0) {
            return 1;
        }
        double couldHave = refill * LevelPace.seconds(sentAt - since);
        double went = sequence - sinceSequence;
        boolean plenty = inARow >= PLENTY_ANSWERS && went < PLENTY * couldHave && couldHave - went >= PLENTY_REFILLS;
        if (small || low() && !guessed && (plenty || patience < PATIENCE)) {
            return 1 + Math.min(1, Math.pow(2, inARow - patience));
        }
        return went < SPARE * couldHave ? 1 + Math.min(1, Math.pow(2, inARow - Math.max(patience, PATIENCE_LARGE))) : 1;
    }
}
