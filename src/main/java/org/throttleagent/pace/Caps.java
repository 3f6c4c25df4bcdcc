package org.throttleagent.pace;

import java.util.Arrays;
import java.util.List;
import org.throttleagent.rule.Rate;
import org.throttleagent.rule.Rule;

/** The limits that a rule sets: rate windows that all hold at once, and a number of requests in flight. Immutable. */
final class Caps {
    private final Gcra[] windows;
    private final int maxConcurrent;

    private Caps(Gcra[] windows, int maxConcurrent) {
        this.windows = windows;
        this.maxConcurrent = maxConcurrent;
    }

    static Caps of(Rule rule) {
        List<Rate> rates = rule.rates();
        Gcra[] windows = new Gcra[rates.size()];
        for (int i = 0; i < windows.length; i++) {
            Rate rate = rates.get(i);
            windows[i] = Gcra.of(rate.permits(), rate.periodNanos(), rule.burst(rate));
        }
        return new Caps(windows, rule.maxConcurrent());
    }

    boolean none() {
        return windows.length == 0 && maxConcurrent == 0;
    }

    int maxConcurrent() {
        return maxConcurrent;
    }

    /** The longest emission interval: how far apart requests leave when many wait. */
    long intervalNanos() {
        long longest = 0;
        for (Gcra window : windows) {
            longest = Math.max(longest, window.intervalNanos());
        }
        return longest;
    }

    long[] freshTats(long now) {
        long[] tats = new long[windows.length];
        Arrays.fill(tats, now);
        return tats;
    }

    boolean idle(long[] tats, long now) {
        for (long tat : tats) {
            if (tat - now > 0) {
                return false;
            }
        }
        return true;
    }

    /** The instant from which a request may go that has {@code ahead} others before it; now without a window. */
    long dueAt(long[] tats, long now, long ahead) {
        long due = windows.length == 0 ? now : dueAt(0, tats, now, ahead);
        for (int i = 1; i < windows.length; i++) {
            due = Gcra.later(due, dueAt(i, tats, now, ahead));
        }
        return due;
    }

    private long dueAt(int window, long[] tats, long now, long ahead) {
        return ahead == 0 ? windows[window].dueAt(tats[window], now) : windows[window].dueAt(tats[window], now, ahead);
    }

    /** The TATs after a request that goes at {@code now} and was due at {@code due}. */
    long[] book(long[] tats, long now, long due) {
        long[] next = new long[tats.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = windows[i].book(tats[i], now, due);
        }
        return next;
    }

    /** The TATs that mean the same number of requests of debt under other caps. */
    long[] carryOver(long[] tats, Caps other, long now) {
        double requests = 0;
        for (int i = 0; i < tats.length; i++) {
            requests = Math.max(requests, (double) (tats[i] - now) / windows[i].intervalNanos());
        }
        long[] carried = other.freshTats(now);
        for (int i = 0; i < carried.length; i++) {
            carried[i] += (long) (requests * other.windows[i].intervalNanos());
        }
        return carried;
    }
}
