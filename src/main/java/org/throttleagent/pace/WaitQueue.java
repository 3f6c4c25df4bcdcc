package org.throttleagent.pace;

import org.jspecify.annotations.Nullable;

/** Those who wait for one key, first come, first served; who was refused comes before all who were not. */
/*
 * Everything is guarded by its monitor, which the Pacer takes, but the two sizes, which may be read without. Unlinking is the
 * only way out and costs the same wherever the waiter stands.
 */
final class WaitQueue {
    private @Nullable Waiter head;
    private @Nullable Waiter tail;
    /** The last of those in front; null when there are none. */
    private @Nullable Waiter lastInFront;

    private volatile int size;
    private volatile int sizeInFront;

    /** No waiter's deadline is earlier; meaningful while there is a waiter. It may be that of one who has left. */
    private long earliestDeadline;

    @Nullable
    Waiter head() {
        return head;
    }

    int size() {
        return size;
    }

    /** How many are before a new one. */
    int ahead(boolean inFront) {
        return inFront ? sizeInFront : size;
    }

    long earliestDeadline() {
        return earliestDeadline;
    }

    /** Adds a waiter whose deadline is set. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written under the monitor
    void add(Waiter waiter, boolean inFront) {
        Waiter before = inFront ? lastInFront : tail;
        Waiter after = before == null ? head : before.next;
        link(before, waiter);
        link(waiter, after);
        waiter.inFront = inFront;
        if (inFront) {
            lastInFront = waiter;
            sizeInFront++;
        }
        if (size == 0 || waiter.deadline - earliestDeadline < 0) {
            earliestDeadline = waiter.deadline;
        }
        size++;
    }

    /** Takes a waiter out that is in. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written under the monitor
    void remove(Waiter waiter) {
        Waiter before = waiter.previous;
        if (waiter.inFront) {
            sizeInFront--;
            if (waiter == lastInFront) {
                lastInFront = before;
            }
        }
        link(before, waiter.next);
        waiter.previous = null;
        waiter.next = null;
        size--;
    }

    /** Ends a wait without a grant. */
    void end(Waiter waiter) {
        remove(waiter);
        waiter.state = Waiter.State.ENDED;
        waiter.signal();
    }

    /** Lets the first look again. */
    void signalHead() {
        Waiter first = head;
        if (first != null) {
            first.signal();
        }
    }

    /** Ends the waits whose time is over. */
    void endOverdue(Waiter looking, long now) {
        if (size == 0 || earliestDeadline - now > 0) {
            return;
        }
        Waiter oldHead = head;
        for (Waiter each = oldHead; each != null; ) {
            Waiter following = each.next;
            if (each.deadline - now <= 0) {
                end(each);
            }
            each = following;
        }
        refreshDeadline();
        if (head != oldHead && head != looking) {
            signalHead();
        }
    }

    private void refreshDeadline() {
        Waiter each = head;
        if (each == null) {
            return;
        }
        earliestDeadline = each.deadline;
        for (each = each.next; each != null; each = each.next) {
            if (each.deadline - earliestDeadline < 0) {
                earliestDeadline = each.deadline;
            }
        }
    }

    private void link(@Nullable Waiter before, @Nullable Waiter after) {
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
    }
}
