package org.throttleagent.signal;

import org.jspecify.annotations.Nullable;

/** Judges what a status and the facts of its fields mean together. */
final class Verdict {
    private Verdict() {}

    static RateSignal of(int status, Facts facts, long maxWaitNanos) {
        Window nearest = facts.nearest();
        boolean refused = isRefusal(status, facts, nearest);
        boolean overloaded = status == 503 || status == 509 || status == 529;
        return RateSignal.of(refused, overloaded, wait(refused, overloaded, facts, maxWaitNanos), nearest);
    }

    private static boolean isRefusal(int status, Facts facts, @Nullable Window nearest) {
        switch (status) {
            case 429:
            case 420:
                return true;
            case 418:
                return facts.saysDirectWait();
            case 403:
                return facts.saysDirectWait() || (nearest != null && nearest.isExhausted());
            default:
                return false;
        }
    }

    /**
     * A direct delay describes the limit that was hit and goes before every reset; elsewhere than on a refusal or an overload
     * it is a poll interval, a redirect's or a habit, and no throttle. An exhausted window counts on any status.
     */
    private static Wait wait(boolean refused, boolean overloaded, Facts facts, long maxWaitNanos) {
        Wait wait = refused || overloaded ? facts.directWait(maxWaitNanos) : Wait.UNKNOWN;
        if (!wait.known()) {
            wait = facts.untilReset(true, maxWaitNanos);
        }
        if (!wait.known() && refused) {
            wait = facts.untilReset(false, maxWaitNanos);
        }
        return wait;
    }
}
