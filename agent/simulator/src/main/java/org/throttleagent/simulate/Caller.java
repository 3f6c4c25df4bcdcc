package org.throttleagent.simulate;

import org.jspecify.annotations.Nullable;
import org.throttleagent.Call;

/** One thread of a process: it makes one call after the other, and what has become of them. */
final class Caller {
    /** Its place among all callers of the run. */
    final int number;
    /** The number of its process. */
    final int process;

    final ClientProcess client;
    /** Requests that left, retries included. */
    int requests;
    /** Requests that were refused. */
    int refused;

    int accepted;
    /** When the call began that is being made; -1: none is. */
    long callBegan = -1;
    /** When its latest attempt left. */
    long sentAt;
    /** Whether that is under way. */
    boolean inFlight;
    /** When the next call is due, if they do not follow each other at once. */
    long nextCall;
    /** What the way of throttling keeps for each thread: the gem's sleep in nanoseconds. */
    double pauseNanos;
    /** The agent's view of the call; {@code null} where there is no agent. */
    @Nullable
    Call call;
    /** Attempts of this call that were refused. */
    int refusals;

    Caller(int number, int process, ClientProcess client) {
        this.number = number;
        this.process = process;
        this.client = client;
    }
}
