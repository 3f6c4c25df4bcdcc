package org.throttleagent.gate;

/** The head of a response as a client adapter can read it, without touching the body. */
public interface ResponseHead {
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
