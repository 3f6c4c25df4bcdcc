package org.throttleagent.pace;

import org.jspecify.annotations.Nullable;

/** One request in a key's queue, or that has passed it. Subclasses know how to wake whoever waits. */
/*
 * The links, the position and every change of `state` are guarded by the queue's monitor; `state` is volatile so that the one
 * who waits may read it without. A granted waiter is never touched again by its queue.
 */
public abstract class Waiter {
    /** How it stands with a waiter. */
    public enum State {
        /** Not in a queue, and nothing was decided. */
        IDLE,
        /** In the queue. */
        WAITING,
        /** It may go; its request is booked. */
        GRANTED,
        /** Its wait does not fit any more, or was called off: it goes, or fails, as its rule says. */
        ENDED,
        /** It left by itself; it may not go. */
        LEFT
    }

    @Nullable
    Waiter previous;

    @Nullable
    Waiter next;

    volatile State state = State.IDLE;
    /** The instant after which it is not to be waited for; monotonic clock. */
    long deadline;
    /** The number its request has among those of the key, once granted. */
    long sequence;
    /** When it was granted. */
    long grantedAt;
    /** Whether it is before all that did not keep a place from a refusal. */
    boolean inFront;
    /** Whether its request is counted as in flight; touched only by whoever holds the grant. */
    boolean counted;
    /** What the grant changed; null once it is used, or if there was nothing to keep up. */
    Book.@Nullable Grant grant;

    /** For a subclass. */
    protected Waiter() {}

    /** How it stands. */
    public final State state() {
        return state;
    }

    /** The instant at which it was granted, on the monotonic clock; meaningful once it was. */
    public final long grantedAt() {
        return grantedAt;
    }

    /** The number its request has among those of the key; 0 if the key had no limit then. */
    public final long sequence() {
        return sequence;
    }

    /**
     * Asks the waiter to {@linkplain Pacer#look look} again: it has become the first, or what it waits for has changed, or its
     * state is decided. Called with the queue's monitor held, from any thread: it must do no more than wake a thread or hand
     * over to one.
     */
    protected abstract void signal();
}
