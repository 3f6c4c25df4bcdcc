package org.throttleagent.simulate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throttleagent.rule.Rate;

/** What is simulated, but for the seed. Filled by whoever makes it, and not changed afterwards. */
final class Scenario {
    /** The kinds of limit. */
    enum Kind {
        GCRA,
        FIXED_WINDOW,
        SLIDING_WINDOW,
        TOKEN_BUCKET,
        DECREASE_ONLY
    }

    /** What the server's answers say. */
    enum Headers {
        REMAINING,
        LIMIT_REMAINING_RESET,
        RETRY_AFTER,
        NONE
    }

    /** Something that happens at an instant. */
    static final class Event {
        final long atNanos;
        final Change change;
        /** A number of processes, or nanoseconds. */
        final long amount;

        final Rate rate;

        Event(long atNanos, Change change, long amount, Rate rate) {
            this.atNanos = atNanos;
            this.change = change;
            this.amount = amount;
            this.rate = rate;
        }
    }

    /** What may happen during a run. */
    enum Change {
        RATE,
        JOIN,
        LEAVE,
        OUTAGE
    }

    Kind kind = Kind.GCRA;
    Rate rate = Rate.parse("4500/h");
    /** Tokens that a bucket holds. */
    long burst = 4500;
    /** Requests that may go at the beginning; -1 for a full window or a full counter, or an empty bucket. */
    long start = -1;
    /** How much of the first window is over at the beginning. */
    long elapsedNanos;

    Headers headers = Headers.REMAINING;
    int processes = 2;
    int threads = 5;
    long leastRttNanos = 20_000_000L;
    long mostRttNanos = 20_000_000L;
    /** Calls that all threads together want to make; {@code null}: each makes the next as soon as the last is over. */
    @Nullable
    Rate demand;
    /** Calls to make in all, after which the run ends; 0: as many as the duration has room for. */
    long calls;

    long durationNanos = 1_800_000_000_000L;
    final List<Event> events = new ArrayList<>();
    int seeds = 200;
    /** The first seed. */
    long firstSeed = 1;
    /** The rate that the agents have been told of; {@code null}: none. */
    @Nullable
    Rate prior;
    /** 0: none. */
    long maxWaitNanos;

    Policy policy = Policy.AGENT;

    /** What may go at the beginning. */
    long startTokens() {
        if (start >= 0) {
            return start;
        }
        switch (kind) {
            case GCRA:
            case TOKEN_BUCKET:
                return 0;
            case DECREASE_ONLY:
                return burst;
            default:
                return rate.permits();
        }
    }

    /** The most processes that may have been there at all. */
    int mostProcesses() {
        int most = processes;
        for (Event event : events) {
            most += event.change == Change.JOIN ? (int) event.amount : 0;
        }
        return most;
    }
}
