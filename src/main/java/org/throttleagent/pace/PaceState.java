package org.throttleagent.pace;

import org.throttleagent.control.Answer;
import org.throttleagent.control.Learned;

/** All that decides when the next request of a key may go: the rule's caps, what was learned, and what is in flight. */
/*
 * Immutable. Pacer replaces it by compare-and-set, so every event is one pure function from a state to the next; an event that
 * loses the race is applied again to what won.
 */
final class PaceState {
    private final Caps caps;
    /** One TAT for each cap. */
    private final long[] tats;

    private final Learned learned;
    /** Requests let go and not yet answered, failed or given back; at least 0. */
    private final int inFlight;

    private PaceState(Caps caps, long[] tats, Learned learned, int inFlight) {
        this.caps = caps;
        this.tats = tats;
        this.learned = learned;
        this.inFlight = inFlight;
    }

    static PaceState initial(Caps caps, long now) {
        return new PaceState(caps, caps.freshTats(now), Learned.nothing(now), 0);
    }

    Learned learned() {
        return learned;
    }

    Caps caps() {
        return caps;
    }

    /** Whether nothing may ever delay a request of this key, so that its state need not be kept up. */
    boolean unlimited() {
        return caps.none() && learned.free();
    }

    /** Whether forgetting this state would forgive nothing. */
    boolean withoutDebt(long now) {
        return inFlight == 0 && dueAt(now, 0) - now <= 0 && caps.idle(tats, now);
    }

    /** Whether only the end of a request in flight can let the next one go. */
    boolean full() {
        return caps.maxConcurrent() > 0 && inFlight >= caps.maxConcurrent();
    }

    /** The instant from which a request may go that has {@code ahead} others before it. */
    long dueAt(long now, long ahead) {
        long capped = caps.none() ? now : caps.dueAt(tats, now, ahead);
        return learned.free() ? capped : Gcra.later(capped, learned.dueAt(now, ahead));
    }

    /** A request goes now; what it is booked at is the instant it was due, unless that is too long ago. */
    PaceState granted(long now, long due) {
        return new PaceState(caps, caps.book(tats, now, due), learned.sent(now), inFlight + 1);
    }

    /** A request goes that the caps do not count. */
    PaceState passed(long now) {
        return new PaceState(caps, tats, learned.sent(now), inFlight + 1);
    }

    /** Takes back the last grant, if nothing has been granted since. */
    PaceState takenBack(PaceState before, PaceState after) {
        if (tats != after.tats || learned.sequence() != after.learned.sequence()) {
            return ended();
        }
        Learned restored = learned == after.learned ? before.learned : learned;
        return new PaceState(caps, before.tats, restored, Math.max(0, inFlight - 1));
    }

    /** After an answer; {@code counted} says whether its request is one of those in flight. */
    PaceState answered(Answer answer, boolean counted) {
        Learned next = learned.answered(answer, !caps.none(), counted ? inFlight - 1 : 0);
        if (next == learned && !counted) {
            return this;
        }
        return new PaceState(caps, tats, next, counted ? Math.max(0, inFlight - 1) : inFlight);
    }

    /** A request in flight is no more. */
    PaceState ended() {
        return new PaceState(caps, tats, learned, Math.max(0, inFlight - 1));
    }

    /** After a failure to connect, which counts only where something governs the key. */
    PaceState unreachable(long sentAt, long now, long jitter) {
        return unlimited() ? this : new PaceState(caps, tats, learned.unanswered(sentAt, now, jitter), inFlight);
    }

    /** The same debt under other caps. */
    PaceState under(Caps newCaps, long now) {
        return new PaceState(newCaps, caps.carryOver(tats, newCaps, now), learned, inFlight);
    }
}
