package org.throttleagent.app.server;

/** A server's limit, and the words in which it tells of it. The server asks it about one request at a time. */
public interface Limit {
    /**
     * Serves or refuses a request that arrives now.
     *
     * @param epochNanos nanoseconds since 1970-01-01T00:00Z; not less than at the call before
     */
    Answer answer(long epochNanos);

    /** Rate and dialect in a few words, for people. */
    String summary();
}
