package org.throttleagent.signal;

/** The head of a response. */
public interface ResponseFacts {
    /** The status code. */
    int status();

    /** Passes over all header fields once, in the client's own order. */
    void forEachHeader(HeaderVisitor visitor);

    /** Takes one header field at a time. */
    interface HeaderVisitor {
        /** One field line: its name in any case, its raw value. */
        void header(String name, String value);
    }
}
