package org.throttleagent.control;

/** The highest level that a server has told, and how often: a pool that stays full is smaller than it is taken for. Immutable. */
final class Ceiling {
    private static final double SMALL = 4;
    private static final double COARSE = 2;
    private static final double TRIED = 20;
    private static final int OFTEN = 5;
    private static final int LONG_AGO = 16;
    private static final int ANSWERS = 4;

    final double highest;
    /** Answers that told the highest level, until one told less; from {@link #OFTEN} on it stays. */
    private final int seen;
    /** Answers since the last that told it. */
    private final int since;

    private final int answers;
    /** Answers in a row that told it, and that told less. */
    final int fullInARow;

    final int lessInARow;

    private Ceiling(double highest, int seen, int since, int answers, int fullInARow, int lessInARow) {
        this.highest = highest;
        this.seen = seen;
        this.since = since;
        this.answers = answers;
        this.fullInARow = fullInARow;
        this.lessInARow = lessInARow;
    }

    static Ceiling first(long remaining) {
        return new Ceiling(remaining, 0, 0, 0, 0, 0);
    }

    Ceiling after(long remaining) {
        int count = Math.min(answers + 1, LONG_AGO);
        if (remaining > highest) {
            return new Ceiling(remaining, 1, 0, count, 0, 0);
        }
        if (remaining == highest) {
            return new Ceiling(highest, Math.min(seen + 1, OFTEN), 0, count, fullInARow + 1, 0);
        }
        return new Ceiling(highest, seen < OFTEN ? 0 : seen, since + 1, count, 0, lessInARow + 1);
    }

    /** Whether the level says next to nothing. */
    boolean coarse() {
        return highest <= COARSE && answers >= ANSWERS;
    }

    /** Whether the pool is full again and again, and yet below the set-point. */
    boolean small() {
        return highest <= SMALL && seen >= OFTEN && since <= LONG_AGO;
    }

    /** Whether the pool is so small that its refill has to be tried out, and not so small that it cannot. */
    boolean worthTrying() {
        return highest > COARSE && highest <= TRIED;
    }
}
