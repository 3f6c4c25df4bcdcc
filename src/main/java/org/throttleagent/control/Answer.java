package org.throttleagent.control;

import org.throttleagent.signal.RateSignal;

/** One answer as the controller needs it. Immutable. */
public final class Answer {
    final RateSignal signal;
    final long sequence;
    final long sentAt;
    final long now;
    final long jitter;

    /**
     * An answer.
     *
     * @param signal what it says
     * @param sequence the number of the request it answers, counted by the key from 1
     * @param sentAtNanos when that request was let go, on the monotonic clock
     * @param nowNanos when the answer came
     * @param jitter a random number, all bits of it used
     */
    public Answer(RateSignal signal, long sequence, long sentAtNanos, long nowNanos, long jitter) {
        this.signal = signal;
        this.sequence = sequence;
        this.sentAt = sentAtNanos;
        this.now = nowNanos;
        this.jitter = jitter;
    }

    /** When the answer came, on the monotonic clock. */
    public long now() {
        return now;
    }
}
