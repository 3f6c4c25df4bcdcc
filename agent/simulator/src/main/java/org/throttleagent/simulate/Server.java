package org.throttleagent.simulate;

import org.throttleagent.simulate.Scenario.Headers;

/** A server with a limit, and what its answers say of it. */
final class Server {
    private static final long SECOND = 1_000_000_000L;

    private final Limit limit;
    private final Headers headers;
    private long outageUntil = -1;

    Server(Scenario scenario) {
        limit = Limit.of(scenario);
        headers = scenario.headers;
    }

    Limit limit() {
        return limit;
    }

    /** Answers every request with 503 for a while. */
    void outage(long untilNanos) {
        outageUntil = untilNanos;
    }

    Reply answer(long now) {
        if (now < outageUntil) {
            return Reply.bare(503);
        }
        boolean taken = limit.take(now);
        int status = taken ? 200 : 429;
        switch (headers) {
            case REMAINING:
                long left = (long) limit.level(now);
                return new Reply(status, left, "RateLimit-Remaining", Long.toString(left));
            case LIMIT_REMAINING_RESET:
                long remaining = (long) limit.level(now);
                return new Reply(
                        status,
                        remaining,
                        "RateLimit-Limit",
                        Long.toString(limit.limit()),
                        "RateLimit-Remaining",
                        Long.toString(remaining),
                        "RateLimit-Reset",
                        Long.toString(seconds(limit.untilReset(now))));
            case RETRY_AFTER:
                return taken
                        ? Reply.bare(status)
                        : new Reply(status, -1, "Retry-After", Long.toString(seconds(limit.untilNext(now))));
            default:
                return Reply.bare(status);
        }
    }

    /** Whole seconds, rounded up, at least one: that is all such headers can say. */
    private static long seconds(long nanos) {
        return Math.max(1, (nanos + SECOND - 1) / SECOND);
    }
}
