package org.throttleagent.signal;

import org.jspecify.annotations.Nullable;

/** The best of the delays that rival fields of one response tell. Confined to the thread that reads the response. */
final class Delay {
    /** Null exactly while the delay is unknown. */
    private @Nullable Grammar grammar;

    /** The field that told it. */
    private String header = "";

    /** 0 or more while the delay is known, else -1. */
    private long nanos = -1;

    /** Takes the delay if its grammar is more precise than the one so far, or as precise and the delay longer. */
    void offer(Grammar candidate, String candidateHeader, long candidateNanos) {
        int order = grammar == null ? -1 : candidate.compareTo(grammar);
        if (order < 0 || (order == 0 && candidateNanos > nanos)) {
            grammar = candidate;
            header = candidateHeader;
            nanos = candidateNanos;
        }
    }

    void offer(Delay other) {
        if (other.grammar != null) {
            offer(other.grammar, other.header, other.nanos);
        }
    }

    boolean known() {
        return grammar != null;
    }

    /** 0 or more; -1 unknown. */
    long nanos() {
        return nanos;
    }

    Wait toWait(long maxNanos) {
        return grammar == null ? Wait.UNKNOWN : Wait.of(nanos, maxNanos, header);
    }
}
