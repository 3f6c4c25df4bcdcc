package org.throttleagent.pace;

import org.throttleagent.control.Answer;
import org.throttleagent.control.Learned;
import org.throttleagent.rule.Rule;

/** The gate of one key: its state, and the queue of those who wait for it, first come, first served. */
/*
 * `book` is changed by compare-and-set. The monitor of `queue` guards the queue and the waiters' states, is held for a few
 * instructions and never during a wait. While nobody waits a request is granted by the compare-and-set alone.
 *
 * It is a monitor and not a lock that parks: up to Java 23 such a lock may be handed to a virtual thread that has no carrier, and
 * never gets one, because all carriers are held by threads that their applications have pinned and that stand behind it. The
 * owner of a monitor, and who is next, always has a carrier there.
 *
 * Only the head of the queue is timed: it calls look() when it is due or a deadline is over, its own or another's, and computes again. So a new pace or a
 * hold-off is seen by all, and a waiter that leaves costs nothing. Whoever looks grants all that are due, which makes up for a
 * late wake-up without a wake-up for each.
 */
public final class Pacer {
    /** What {@link #look} returns to a waiter that is not the first: it will be signalled. */
    public static final long UNTIL_SIGNALLED = Long.MAX_VALUE;

    private final Book book;

    private final WaitQueue queue = new WaitQueue();

    /** A gate for a key under a rule. */
    public Pacer(Rule rule, long now) {
        book = new Book(PaceState.initial(Caps.of(rule), now));
    }

    private PaceState current() {
        return book.current();
    }

    /** Whether nothing may ever delay a request here: no cap, and nothing was learned. */
    public boolean unlimited() {
        return current().unlimited();
    }

    /** Whether this gate may be forgotten without forgiving anything. */
    public boolean withoutDebt(long now) {
        return queue.size() == 0 && current().withoutDebt(now);
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
        return queue.size();
    }

    /** Lets the request go if it is due and nobody waits. */
    public boolean tryGo(Waiter waiter, long now) {
        while (queue.size() == 0) {
            PaceState before = current();
            long due = before.dueAt(now, 0);
            if (before.full() || due - now > 0) {
                return false;
            }
            if (book.grant(waiter, before, now, due)) {
                return true;
            }
        }
        return false;
    }

    /** How long a request that comes now would wait, in nanoseconds, if nothing changes. */
    public long waitNanos(long now, boolean first) {
        long due = current().dueAt(now, queue.ahead(first));
        return Math.max(0, due - now);
    }

    /**
     * Puts a request into the queue. The caller {@linkplain #look looks} next.
     *
     * @param deadline the instant after which it is not to be waited for
     * @param first whether it goes before all who have not been refused: it has been, and keeps its place
     */
    public void enqueue(Waiter waiter, long deadline, boolean first) {
        synchronized (queue) {
            waiter.deadline = deadline;
            waiter.state = Waiter.State.WAITING;
            boolean earliest = queue.size() == 0 || deadline - queue.earliestDeadline() < 0;
            queue.add(waiter, first);
            if (earliest && waiter != queue.head()) {
                queue.signalHead();
            }
        }
    }

    /**
     * Grants all that are due, and tells the caller how long to wait before it looks again.
     *
     * @return 0 if the waiter's state is decided, else nanoseconds, or {@link #UNTIL_SIGNALLED}
     */
    public long look(Waiter waiter, long now) {
        synchronized (queue) {
            long untilDue = grantDue(waiter, now);
            queue.endOverdue(waiter, now);
            if (waiter.state != Waiter.State.WAITING) {
                return 0;
            }
            return waiter == queue.head() ? Math.min(untilDue, queue.earliestDeadline() - now) : UNTIL_SIGNALLED;
        }
    }

    /** Takes a waiter out of the queue, if it is still in it; returns how it stands now. */
    public Waiter.State leave(Waiter waiter) {
        synchronized (queue) {
            if (waiter.state == Waiter.State.WAITING) {
                boolean wasHead = waiter == queue.head();
                queue.remove(waiter);
                waiter.state = Waiter.State.LEFT;
                if (wasHead) {
                    queue.signalHead();
                }
            }
            return waiter.state;
        }
    }

    /** Books a request that goes now, due or not: later ones wait for it. */
    public void charge(Waiter waiter, long now) {
        book.charge(waiter, now);
    }

    /** Books a request that goes now as if it had waited until it was due, which is what observing means. */
    public void chargeWhenDue(Waiter waiter, long now) {
        book.chargeWhenDue(waiter, now);
    }

    /** Lets a request go that no cap of this gate is to count. */
    public void pass(Waiter waiter, long now) {
        book.pass(waiter, now);
    }

    /** Takes back a grant that was not used. If another was granted since, a place stays empty. Does nothing the second time. */
    public void takeBack(Waiter waiter) {
        Book.Grant grant;
        synchronized (queue) {
            grant = waiter.grant;
            waiter.grant = null;
        }
        if (grant == null) {
            return;
        }
        waiter.counted = false;
        book.takeBack(grant);
        wakeHead();
    }

    /**
     * Takes an answer in, and calls off the waits that do not fit any more.
     *
     * @param grant what the request went with; from this gate or another
     * @return for how long the answer closed the key, in nanoseconds; 0 if it did not, or the key was closed already
     */
    public long answered(Answer answer, Waiter grant) {
        boolean counted = grant.counted;
        grant.counted = false;
        long closedFor = book.answered(answer, counted);
        if (closedFor < 0) {
            return 0;
        }
        reconsider(answer.now());
        return closedFor;
    }

    /** A request is no more in flight, or its answer is another gate's. Does nothing the second time. */
    public void ended(Waiter grant, long now) {
        if (grant.counted) {
            grant.counted = false;
            book.ended();
            reconsider(now);
        }
    }

    /** A request could not reach its server; that holds off a key that something governs. */
    public void unreachable(Waiter grant, long now, long jitter) {
        book.unreachable(grant.grantedAt, now, jitter);
        reconsider(now);
    }

    /** Puts the key under other caps; its debt stays. */
    public void under(Rule rule, long now) {
        book.under(Caps.of(rule), now);
        reconsider(now);
    }

    /** Ends all waits. */
    public void releaseAll() {
        synchronized (queue) {
            for (Waiter head = queue.head(); head != null; head = queue.head()) {
                queue.end(head);
            }
        }
    }

    /** Ends the waits that no longer fit, and lets the head look again. */
    private void reconsider(long now) {
        if (queue.size() == 0) {
            return;
        }
        synchronized (queue) {
            PaceState current = current();
            long ahead = 0;
            Waiter each = queue.head();
            while (each != null) {
                Waiter following = each.next;
                if (current.dueAt(now, ahead) - each.deadline > 0) {
                    queue.end(each);
                } else {
                    ahead++;
                }
                each = following;
            }
            queue.signalHead();
        }
    }

    private void wakeHead() {
        if (queue.size() > 0) {
            synchronized (queue) {
                queue.signalHead();
            }
        }
    }

    /** Under the queue's monitor: grants from the head on; returns how long until the head is due. */
    private long grantDue(Waiter looking, long now) {
        boolean granted = false;
        while (true) {
            Waiter first = queue.head();
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
            if (book.grant(first, before, now, due)) {
                granted = true;
                queue.remove(first);
                if (first != looking) {
                    first.signal();
                }
            }
        }
    }
}
