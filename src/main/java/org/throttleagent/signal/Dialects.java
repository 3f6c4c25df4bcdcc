package org.throttleagent.signal;

import static org.throttleagent.signal.HeaderRow.row;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The table of header fields that speak of limits. */
final class Dialects {
    /*
     * Where fields of one family and role compete, the more precise grammar wins; among equals, and among repeated lines,
     * the most restrictive valid value. Sources: RFC 9110 (Date, Retry-After), RFC 9111 (Age),
     * draft-ietf-httpapi-ratelimit-headers-00 to -06 (RateLimit-*). The X- fields have no specification.
     */
    static final HeaderRow DATE = row("date", Family.NONE, Role.DATE, Grammar.HTTP_DATE);
    static final HeaderRow AGE = row("age", Family.NONE, Role.AGE, Grammar.COUNT);

    private static final HeaderRow[] ROWS = {
        DATE,
        AGE,
        // OpenAI, Azure OpenAI; Cosmos DB
        row("retry-after-ms", Family.NONE, Role.WAIT, Grammar.MILLIS),
        row("x-ms-retry-after-ms", Family.NONE, Role.WAIT, Grammar.MILLIS),
        row("retry-after", Family.NONE, Role.WAIT, Grammar.DELAY),
        // GitHub, Discord (with -reset-after), Intercom, Envoy, Laravel and most others
        row("x-ratelimit-limit", Family.X_RATELIMIT, Role.LIMIT, Grammar.COUNT),
        row("x-ratelimit-remaining", Family.X_RATELIMIT, Role.REMAINING, Grammar.COUNT),
        row("x-ratelimit-reset-after", Family.X_RATELIMIT, Role.RESET, Grammar.DELAY),
        row("x-ratelimit-reset", Family.X_RATELIMIT, Role.RESET, Grammar.WHEN),
        // the IETF drafts, Kong; GitLab and DigitalOcean with epoch seconds; Heroku with -remaining alone
        row("ratelimit-limit", Family.RATELIMIT, Role.LIMIT, Grammar.COUNT),
        row("ratelimit-remaining", Family.RATELIMIT, Role.REMAINING, Grammar.COUNT),
        row("ratelimit-reset", Family.RATELIMIT, Role.RESET, Grammar.WHEN),
        // Twitter, Mapbox, Zendesk (without -reset)
        row("x-rate-limit-limit", Family.X_RATE_LIMIT, Role.LIMIT, Grammar.COUNT),
        row("x-rate-limit-remaining", Family.X_RATE_LIMIT, Role.REMAINING, Grammar.COUNT),
        row("x-rate-limit-reset", Family.X_RATE_LIMIT, Role.RESET, Grammar.WHEN),
    };

    private static final HeaderRow[][] BY_LENGTH = byLength();

    private Dialects() {}

    /** The row of a field name in any case, or null when it is none of ours. Allocates nothing. */
    static @Nullable HeaderRow find(String name) {
        int length = name.length();
        if (length >= BY_LENGTH.length) {
            return null;
        }
        for (HeaderRow row : BY_LENGTH[length]) {
            if (row.isNamed(name)) {
                return row;
            }
        }
        return null;
    }

    private static HeaderRow[][] byLength() {
        int longest = 0;
        for (HeaderRow row : ROWS) {
            longest = Math.max(longest, row.name().length());
        }
        HeaderRow[][] byLength = new HeaderRow[longest + 1][0];
        for (HeaderRow row : ROWS) {
            int length = row.name().length();
            HeaderRow[] same = byLength[length];
            byLength[length] = Arrays.copyOf(same, same.length + 1);
            byLength[length][same.length] = row;
        }
        return byLength;
    }
}
