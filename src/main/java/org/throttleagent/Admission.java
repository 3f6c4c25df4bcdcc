package org.throttleagent;

/** What the engine says to a request that wants to go. */
public enum Admission {
    /** It may go at once. */
    GO,
    /** It is in its key's queue; its waiter will be signalled, and is to look now. */
    WAIT,
    /** Its wait does not fit, and its rule wants it to fail; {@link Call#rejection()} says why. */
    REJECT
}
