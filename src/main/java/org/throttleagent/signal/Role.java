package org.throttleagent.signal;

/** What a header field means. */
enum Role {
    /** A direct delay: wait this long. */
    WAIT,
    /** How much a window allows in all. */
    LIMIT,
    /** How much is left in a window. */
    REMAINING,
    /** How much of a window is used. */
    USED,
    /** When a window begins anew. */
    RESET,
    /** How long a window is. */
    WINDOW,
    /** Several of the above in one value, whose grammar says which. */
    WINDOWS,
    /** The name of the limit that the request fell under; those with another name fall under others. */
    BUCKET,
    /** Whom a refusal is for: {@code global} is everything that this client does. */
    SCOPE,
    /** That the request was refused for a limit, whatever the status. */
    REFUSAL,
    /** That the server is overloaded, whatever the status. */
    OVERLOAD,
    /** Nothing that counts. */
    NOTHING
}
