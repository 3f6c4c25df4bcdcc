package org.throttleagent.signal;

import java.math.BigDecimal;

/** Says in words what follows from a status and the facts of its fields. */
final class Reasons {
    private Reasons() {}

    static void add(Notes notes, int status, Facts facts, RateSignal signal, long maxSignalNanos) {
        if (signal.refused()) {
            notes.add("status " + status + ": the request was refused for a limit");
        } else if (Verdict.isOverload(status)) {
            notes.add("status " + status + ": the server is overloaded");
        } else if (facts.saysDirectWait() && !signal.overloaded()) {
            notes.add("status " + status
                    + " is no refusal: how long to wait is a habit or meant otherwise, and not waited");
        }
        if (signal.waitNanos() >= 0) {
            notes.add("the next request waits " + seconds(signal.waitNanos()) + " by " + signal.waitSource());
            if (signal.clamped()) {
                notes.add("that was more, and is cut to " + seconds(maxSignalNanos) + " (throttle.max-signal)");
            }
        } else if (signal.refused()) {
            notes.add("no field says how long to wait: the agent waits 1 s, and twice as long each time");
        }
        LimitWindow nearest = signal.nearest();
        if (signal.waitNanos() < 0 && nearest != null && nearest.remaining() == 0) {
            notes.add("nothing is left, and no field says until when");
        }
        if (nearest != null && signal.windows().size() > 1) {
            notes.add("of " + signal.windows().size() + " windows " + name(nearest) + " runs out first");
        }
        if (nearest != null && !nearest.unit().paces()) {
            notes.add("it counts " + nearest.unit().word() + ", so it holds requests up only when nothing is left");
        }
    }

    private static String name(LimitWindow window) {
        String name = Ascii.shown(window.name(), Facts.MAX_NAME);
        return name.isEmpty() ? "the one of " + window.unit().word() : name;
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
    }
}
