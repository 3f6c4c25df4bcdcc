package org.throttleagent.retry;

import org.throttleagent.rule.RequestFacts;
import org.throttleagent.rule.RetryPolicy;
import org.throttleagent.rule.Signing;
import org.throttleagent.signal.RateSignal;

/** Decides whether a request whose answer was a refusal may be sent again without doing harm. */
public final class Resend {
    private Resend() {}

    /**
     * Whether the answer calls for another attempt and the request allows it. How many attempts there were, and whether the
     * wait fits, is the caller's to judge.
     *
     * <p>A refusal was not processed (RFC 6585, section 4), so any method may be sent again whose body is repeatable; any other
     * status may come after the work was done, so only idempotent methods are (RFC 9110, section 9.2.2). Signed requests carry
     * a date or a nonce and are left to whoever signs; an upgrade hands the connection over.
     */
    public static boolean allowed(RetryPolicy policy, RequestFacts request, int status, RateSignal signal) {
        boolean wanted = signal.refused()
                ? policy.onRefusal() || policy.onStatus(status)
                : policy.onStatus(status)
                        && idempotent(request.method())
                        && (!signal.overloaded() || signal.waitNanos() >= 0);
        return wanted && request.repeatable() && !Signing.isSigned(request) && !Signing.isUpgrade(request);
    }

    /** RFC 9110, section 9.2.2. */
    static boolean idempotent(String method) {
        switch (method) {
            case "GET":
            case "HEAD":
            case "PUT":
            case "DELETE":
            case "OPTIONS":
            case "TRACE":
                return true;
            default:
                return false;
        }
    }
}
