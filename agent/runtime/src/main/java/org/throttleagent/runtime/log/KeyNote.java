package org.throttleagent.runtime.log;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.throttleagent.control.Learned;
import org.throttleagent.store.KeyState;
import org.throttleagent.store.KeyStats;

/** What the log remembers of a key: when it last told what, and what had been counted by then. */
/* `toldAt` is changed by compare-and-set. The counters of the last summary are guarded by this object's monitor. */
final class KeyNote {
    static final int WAITING = 0;
    static final int REJECTED = 1;
    static final int PASSED = 2;
    static final int CLOSED = 3;

    /** When each kind of line was written last, shifted by one so that 0 means never. */
    private final AtomicLongArray toldAt = new AtomicLongArray(4);

    private final LongAdder closed = new LongAdder();
    private final LongAdder wouldResend = new LongAdder();
    private final LongAdder wouldReject = new LongAdder();
    private final LongAdder wouldWait = new LongAdder();

    private final long[] before = new long[10];
    private long @Nullable [] waitsBefore;

    /** The note of a key, made if there is none. A note lost in a race costs a repeated line. */
    static KeyNote of(KeyState key) {
        Object note = key.note();
        if (note instanceof KeyNote) {
            return (KeyNote) note;
        }
        KeyNote made = new KeyNote();
        key.keepNote(made);
        return made;
    }

    /** Whether a line of this kind may be written now; if so, not again within the interval. */
    boolean mayTell(int kind, long now) {
        long last = toldAt.get(kind);
        return (last == 0 || now - last >= EventLog.INTERVAL_NANOS)
                && toldAt.compareAndSet(kind, last, now == 0 ? 1 : now);
    }

    void closed() {
        closed.increment();
    }

    void observed(String what) {
        switch (what) {
            case "would_wait":
                wouldWait.increment();
                break;
            case "would_resend":
                wouldResend.increment();
                break;
            default:
                wouldReject.increment();
                break;
        }
    }

    synchronized void summary(KeyState key, ThrottleLog log, long now) {
        KeyStats stats = key.stats();
        long sent = since(0, stats.sent);
        long answered = since(1, stats.answered);
        long refused = since(2, stats.refused);
        long resent = since(3, stats.resent);
        long failed = since(4, stats.failed);
        long rejected = since(5, stats.rejected);
        long observed = since(6, wouldWait) + since(7, wouldResend) + since(8, wouldReject);
        long closings = since(9, closed);
        Waits waits = waitsSince(stats.waits());
        if (waits.count + refused + resent + rejected + observed + closings == 0) {
            return;
        }
        Learned learned = key.pacer().learned();
        LogLine line = log.line(observed > 0 ? "would_pace" : "paced")
                .put("key", key.key().label())
                .put("rule", key.rule().name())
                .put("waits", waits.count);
        if (waits.count > 0) {
            line.putDuration("wait_p50", waits.median).putDuration("wait_max", waits.longest);
        }
        line.put("sent", sent).put("answered", answered).put("refused", refused).put("resent", resent);
        line.putKnown("closed", closings == 0 ? -1 : closings);
        line.putKnown("failed", failed == 0 ? -1 : failed).putKnown("rejected", rejected == 0 ? -1 : rejected);
        line.putKnown("waiting", key.pacer().waiting() == 0 ? -1 : key.pacer().waiting());
        line.putKnown("remaining", learned.remaining()).putKnown("limit", learned.limit());
        if (learned.resetNanos(now) > 0) {
            line.putDuration("reset", learned.resetNanos(now));
        }
        log.info(line);
    }

    private long since(int counter, LongAdder adder) {
        long sum = adder.sum();
        long difference = sum - before[counter];
        before[counter] = sum;
        return difference;
    }

    private Waits waitsSince(KeyStats.@Nullable WaitTimes times) {
        Waits waits = new Waits();
        if (times == null) {
            return waits;
        }
        long[] now = times.snapshot();
        long[] earlier = waitsBefore == null ? new long[now.length] : waitsBefore;
        waitsBefore = now;
        for (int i = 0; i < now.length; i++) {
            waits.count += now[i] - earlier[i];
        }
        long seen = 0;
        for (int i = 0; i < now.length; i++) {
            long here = now[i] - earlier[i];
            if (here > 0) {
                waits.longest = KeyStats.WaitTimes.upperEnd(i);
                if (seen < (waits.count + 1) / 2 && seen + here >= (waits.count + 1) / 2) {
                    waits.median = KeyStats.WaitTimes.upperEnd(i);
                }
            }
            seen += here;
        }
        return waits;
    }

    /** The waits of one interval. */
    private static final class Waits {
        private long count;
        private long median;
        private long longest;
    }
}
