package org.throttleagent.signal;

/** Header fields that speak of one window together. */
enum Family {
    /** Fields of no window. */
    NONE,
    X_RATELIMIT,
    /** The fields of the IETF drafts up to -06, which do not count on a response from a cache. */
    RATELIMIT,
    X_RATE_LIMIT;

    boolean ignoredFromCache() {
        return this == RATELIMIT;
    }
}
