package org.throttleagent.signal;

/** What a header field means. */
enum Role {
    /** A direct delay: wait this long. */
    WAIT,
    /** Requests that a window allows in all. */
    LIMIT,
    /** Requests left in a window. */
    REMAINING,
    /** When a window begins anew. */
    RESET,
    /** The server's clock (RFC 9110 section 6.6.1). */
    DATE,
    /** Time spent in a cache (RFC 9111 section 5.1). */
    AGE
}
