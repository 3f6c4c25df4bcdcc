package org.throttleagent.pace;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.throttleagent.control.Answer;

/** The state of one key, and every way to change it. */
/*
 * An immutable value behind one compare-and-set; whoever loses the race tries again with what won. Safe for use by many threads. A
 * waiter's own fields are written by whoever books it, who is the only one to hold it then.
 */
final class Book {
    private final AtomicReference<PaceState> state;

    Book(PaceState initial) {
        state = new AtomicReference<>(initial);
    }

    PaceState current() {
        return Objects.requireNonNull(state.get());
    }

    /** Books a grant in the state that was looked at; false if that is not the current one any more. */
    boolean grant(Waiter waiter, PaceState before, long now, long due) {
        return book(waiter, before, now, before.unlimited() ? before : before.granted(now, due));
    }

    /** Books a request that goes now, due or not. */
    void charge(Waiter waiter, long now) {
        PaceState before;
        do {
            before = current();
        } while (!grant(waiter, before, now, now));
    }

    /** Books a request that goes now as if it had waited until it was due. */
    void chargeWhenDue(Waiter waiter, long now) {
        PaceState before;
        do {
            before = current();
        } while (!grant(waiter, before, now, Gcra.later(now, before.dueAt(now, 0))));
    }

    /** Books a request that no cap counts. */
    void pass(Waiter waiter, long now) {
        PaceState before;
        do {
            before = current();
        } while (!book(waiter, before, now, before.unlimited() ? before : before.passed(now)));
    }

    private boolean book(Waiter waiter, PaceState before, long now, PaceState after) {
        boolean keptUp = after != before;
        if (keptUp && !state.compareAndSet(before, after)) {
            return false;
        }
        waiter.sequence = keptUp ? after.learned().sequence() : 0;
        waiter.grantedAt = now;
        waiter.grant = keptUp ? new Grant(before, after) : null;
        waiter.counted = keptUp;
        waiter.state = Waiter.State.GRANTED;
        return true;
    }

    void takeBack(Grant grant) {
        PaceState before;
        do {
            before = current();
        } while (!state.compareAndSet(before, before.takenBack(grant.before, grant.after)));
    }

    /** What the answer closed the key for, in nanoseconds; 0 if it did not, -1 if nothing has changed. */
    long answered(Answer answer, boolean counted) {
        PaceState before;
        PaceState after;
        do {
            before = current();
            after = before.answered(answer, counted);
            if (after == before) {
                return -1;
            }
        } while (!state.compareAndSet(before, after));
        long now = answer.now();
        boolean wasOpen = before.learned().holdUntil() - now <= 0;
        return wasOpen ? Math.max(0, after.learned().holdUntil() - now) : 0;
    }

    void ended() {
        PaceState before;
        do {
            before = current();
        } while (!state.compareAndSet(before, before.ended()));
    }

    void unreachable(long sentAt, long now, long jitter) {
        PaceState before;
        do {
            before = current();
        } while (!state.compareAndSet(before, before.unreachable(sentAt, now, jitter)));
    }

    void under(Caps caps, long now) {
        PaceState before;
        do {
            before = current();
        } while (!state.compareAndSet(before, before.under(caps, now)));
    }

    /** What a grant changed, so that it can be taken back. */
    static final class Grant {
        private final PaceState before;
        private final PaceState after;

        private Grant(PaceState before, PaceState after) {
            this.before = before;
            this.after = after;
        }
    }
}
