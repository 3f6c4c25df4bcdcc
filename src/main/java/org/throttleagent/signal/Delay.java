package org.throttleagent.signal;

import org.jspecify.annotations.Nullable;

/** The best of the delays that rival fields of one response tell. Confined to the thread that reads the response. */
final class Delay {
    /** Null exactly while the delay is unknown. */
    private @Nullable HeaderRow row;

    /** 0 or more while row is known, else -1. */
    private long nanos = -1;

    /** Takes the delay if its grammar is more precise than the one so far, or as precise and the delay longer. */
    void offer(HeaderRow candidate, long candidateNanos) {
        int order = row == null ? -1 : candidate.grammar().compareTo(row.grammar());
        if (order < 0 || (order == 0 && candidateNanos > nanos)) {
            row = candidate;
            nanos = candidateNanos;
        }
    }

    /** 0 or more; -1 unknown. */
    long nanos() {
        return nanos;
    }

    Wait toWait(long maxNanos) {
        return row == null ? Wait.UNKNOWN : Wait.of(nanos, maxNanos, row.name());
    }
}
