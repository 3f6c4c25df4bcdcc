package org.throttleagent.pace;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.throttleagent.control.Answer;
import org.throttleagent.control.Learned;
import org.throttleagent.rule.Rule;

/** The gate of one key: its state, and the queue of those who wait for it, first come, first served. */
/*
 * `state` is an immutable value behind one compare-and-set. `lock` guards the queue's links and the waiters' states, is held for
 * a few instructions and never during a wait, so that a virtual thread is not pinned. While nobody waits a request is granted
 * by the compare-and-set alone.
 *
 * Only the head of the queue is timed: it calls look() when it thinks that it is due, and computes again. So a new pace or a
 * hold-off is seen by all, and a waiter that leaves costs nothing. Whoever looks grants all that are due, which makes up for a
 * late wake-up without a wake-up for each.
 */
public final class Pacer {
    /** What {@link #look} returns to a waiter that is not the first: it will be signalled. */
    public static final long UNTIL_SIGNALLED = Long.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicReference<PaceState> state;

    private @Nullable Waiter head;
    private @Nullable Waiter tail;
    /** The length of the queue; written under the lock. */
    private volatile int waiting;

    /** A gate for a key under a rule. */
    public Pacer(Rule rule, long now) {
        state = new AtomicReference<>(PaceState.initial(Caps.of(rule), now));
    }

    private PaceState current() {
        return Objects.requireNonNull(state.get());
    }

    /** Whether nothing may ever delay a request here: no cap, and nothing was learned. */
    public boolean unlimited() {
        return current().unlimited();
    }

    /** Whether this gate may be forgotten without forgiving anything. */
    public boolean withoutDebt(long now) {
        return waiting == 0 && current().withoutDebt(now);
    }

    /** What the key's answers have taught. */
    public Learned learned() {
        return current().learned();
    }

    /** Whether an answer has closed the key for now. */
    public boolean closed(long now) {
        return current().learned().holdUntil() - now > 0;
    }

    /** How many wait. */
    public int waiting() {
        return waiting;
    }

    /** Lets the request go if it is due and nobody waits. */
    public boolean tryGo(Waiter waiter, long now) {
        while (waiting == 0) {
            PaceState before = current();
            long due = before.dueAt(now, 0);
            if (before.full() || due - now > 0) {
                return false;
            }
            if (grant(waiter, before, now, due)) {
                return true;
            }
        }
        return false;
    }

    /** How long a request that comes now would wait, in nanoseconds, if nothing changes. */
    public long waitNanos(long now, boolean first) {
        long due = current().dueAt(now, first ? 0 : waiting);
        return Math.max(0, due - now);
    }

    /**
     * Puts a request into the queue. The caller {@linkplain #look looks} next.
     *
     * @param deadline the instant after which it is not to be waited for
     * @param first whether it goes before all others: it has been refused, and keeps its place
     */
    public void enqueue(Waiter waiter, long deadline, boolean first) {
        lock.lock();
        try {
            waiter.deadline = deadline;
            waiter.state = Waiter.State.WAITING;
            waiter.previous = null;
            waiter.next = null;
            Waiter oldHead = head;
            if (oldHead == null) {
                head = waiter;
                tail = waiter;
            } else if (first) {
                waiter.next = oldHead;
                oldHead.previous = waiter;
                head = waiter;
            } else {
                Waiter last = tail;
                waiter.previous = last;
                if (last != null) {
                    last.next = waiter;
                }
                tail = waiter;
            }
            waiting++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Grants all that are due, and tells the caller how long to wait before it looks again.
     *
     * @return 0 if the waiter's state is decided, else nanoseconds, or {@link #UNTIL_SIGNALLED}
     */
    public long look(Waiter waiter, long now) {
        lock.lock();
        try {
            long untilDue = grantDue(waiter, now);
            if (waiter.state == Waiter.State.WAITING && waiter.deadline - now <= 0) {
                boolean wasHead = waiter == head;
                unlink(waiter);
                waiter.state = Waiter.State.ENDED;
                if (wasHead) {
                    signalHead();
                }
            }
            if (waiter.state != Waiter.State.WAITING) {
                return 0;
            }
            return waiter == head ? Math.min(untilDue, waiter.deadline - now) : UNTIL_SIGNALLED;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a waiter out of the queue, if it is still in it; returns how it stands now. */
    public Waiter.State leave(Waiter waiter) {
        lock.lock();
        try {
            if (waiter.state == Waiter.State.WAITING) {
                boolean wasHead = waiter == head;
                unlink(waiter);
                waiter.state = Waiter.State.LEFT;
                if (wasHead) {
                    signalHead();
                }
            }
            return waiter.state;
        } finally {
            lock.unlock();
        }
    }

    /** Books a request that goes now, due or not: later ones wait for it. */
    public void charge(Waiter waiter, long now) {
        PaceState before;
        do {
            before = current();
        } while (!grant(waiter, before, now, now));
    }

    /** Books a request that goes now as if it had waited until it was due, which is what observing means. */
    public void chargeWhenDue(Waiter waiter, long now) {
        PaceState before;
        do {
            before = current();
        } while (!grant(waiter, before, now, Gcra.later(now, before.dueAt(now, 0))));
    }

    /** Takes back a grant that was not used. If another was granted since, a place stays empty. */
    public void takeBack(Waiter waiter) {
        Grant grant = waiter.grant;
        if (grant == null) {
            return;
        }
        waiter.grant = null;
        PaceState before;
        do {
            before = current();
        } while (!state.compareAndSet(before, before.takenBack(grant.before, grant.after)));
        wakeHead();
    }

    /**
     * Takes an answer in, and calls off the waits that do not fit any more.
     *
     * @return for how long the answer closed the key, in nanoseconds; 0 if it did not, or the key was closed already
     */
    public long answered(Answer answer) {
        PaceState before;
        PaceState after;
        long now = answer.now();
        do {
            before = current();
            after = before.answered(answer);
            if (after == before) {
                return 0;
            }
        } while (!state.compareAndSet(before, after));
        reconsider(now);
        boolean wasOpen = before.learned().holdUntil() - now <= 0;
        return wasOpen ? Math.max(0, after.learned().holdUntil() - now) : 0;
    }

    /** A request ended without an answer. */
    public void unanswered(Waiter waiter, long now, long jitter, boolean holdOff) {
        PaceState before;
        do {
            before = current();
        } while (!state.compareAndSet(
                before, holdOff ? before.unanswered(waiter.grantedAt, now, jitter) : before.ended()));
        reconsider(now);
    }

    /** Puts the key under other caps; its debt stays. */
    public void under(Rule rule, long now) {
        Caps caps = Caps.of(rule);
        PaceState before;
        do {
            before = current();
        } while (!state.compareAndSet(before, before.under(caps, now)));
        reconsider(now);
    }

    /** Ends all waits. */
    public void releaseAll() {
        lock.lock();
        try {
            while (head != null) {
                end(head);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the waits that no longer fit, and lets the head look again. */
    private void reconsider(long now) {
        if (waiting == 0) {
            return;
        }
        lock.lock();
        try {
            PaceState current = current();
            long ahead = 0;
            Waiter each = head;
            while (each != null) {
                Waiter following = each.next;
                if (current.dueAt(now, ahead) - each.deadline > 0) {
                    end(each);
                } else {
                    ahead++;
                }
                each = following;
            }
            signalHead();
        } finally {
            lock.unlock();
        }
    }

    private void wakeHead() {
        if (waiting > 0) {
            lock.lock();
            try {
                signalHead();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Under the lock: grants from the head on; returns how long until the head is due. */
    private long grantDue(Waiter looking, long now) {
        boolean granted = false;
        while (true) {
            Waiter first = head;
            if (first == null) {
                return UNTIL_SIGNALLED;
            }
            PaceState before = current();
            long due = before.dueAt(now, 0);
            if (before.full() || due - now > 0) {
                if (granted && first != looking) {
                    first.signal();
                }
                return before.full() ? UNTIL_SIGNALLED : due - now;
            }
            if (grant(first, before, now, due)) {
                granted = true;
                unlink(first);
                if (first != looking) {
                    first.signal();
                }
            }
        }
    }

    private boolean grant(Waiter waiter, PaceState before, long now, long due) {
        if (before.unlimited()) {
            waiter.sequence = 0;
            waiter.grantedAt = now;
            waiter.grant = null;
            waiter.state = Waiter.State.GRANTED;
            return true;
        }
        PaceState after = before.granted(now, due);
        if (!state.compareAndSet(before, after)) {
            return false;
        }
        waiter.sequence = after.learned().sequence();
        waiter.grantedAt = now;
        waiter.grant = new Grant(before, after);
        waiter.state = Waiter.State.GRANTED;
        return true;
    }

    private void end(Waiter waiter) {
        unlink(waiter);
        waiter.state = Waiter.State.ENDED;
        waiter.signal();
    }

    private void signalHead() {
        if (head != null) {
            head.signal();
        }
    }

    private void unlink(Waiter waiter) {
        Waiter before = waiter.previous;
        Waiter after = waiter.next;
        if (before == null) {
            head = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            tail = before;
        } else {
            after.previous = before;
        }
        waiter.previous = null;
        waiter.next = null;
        waiting--;
    }

    /** What a grant changed, so that it can be taken back. */
    static final class Grant {
        private final PaceState before;
        private final PaceState after;

        Grant(PaceState before, PaceState after) {
            this.before = before;
            this.after = after;
        }
    }
}
