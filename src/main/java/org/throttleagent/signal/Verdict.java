package org.throttleagent.signal;

import org.jspecify.annotations.Nullable;

/** Judges what a status and the facts of its fields mean together. */
final class Verdict {
    private Verdict() {}

    static RateSignal of(int status, Facts facts, long maxWaitNanos) {
        Window nearest = facts.nearest();
        boolean refused = isRefusal(status, facts);
        boolean overloaded = isOverload(status) || facts.saysOverloaded();
        Wait wait = wait(refused || overloaded, refused, facts, maxWaitNanos);
        return of(refused, overloaded, wait, nearest, facts);
    }

    private static RateSignal of(
            boolean refused, boolean overloaded, Wait wait, @Nullable Window nearest, Facts facts) {
        boolean silent = !refused && !overloaded && !wait.known() && nearest == null;
        return silent ? RateSignal.NONE : new RateSignal(refused, overloaded, wait, nearest, facts);
    }

    static boolean isOverload(int status) {
        return status == 503 || status == 509 || status == 529;
    }

    private static boolean isRefusal(int status, Facts facts) {
        if (status >= 400 && facts.saysThrottled()) {
            return true;
        }
        switch (status) {
            case 429:
            case 420:
                return true;
            case 418:
                return facts.saysDirectWait();
            case 400:
                return facts.saysDirectWait() || facts.exhausted(400);
            case 403:
                return facts.saysDirectWait() || facts.exhausted(0);
            default:
                return false;
        }
    }

    /**
     * A direct delay describes the limit that was hit and goes before every reset; elsewhere than on a refusal or an overload
     * it is a poll interval, a redirect's or a habit, and no throttle. An exhausted window counts on any status.
     */
    private static Wait wait(boolean delayed, boolean refused, Facts facts, long maxWaitNanos) {
        Wait wait = delayed ? facts.directWait(maxWaitNanos) : Wait.UNKNOWN;
        if (!wait.known()) {
            wait = facts.untilReset(true, maxWaitNanos);
        }
        if (!wait.known() && refused) {
            wait = facts.untilReset(false, maxWaitNanos);
        }
        return wait;
    }
}
