package org.throttleagent.simulate;

import org.throttleagent.signal.ResponseFacts;

/** The head of an answer, as the product's reader sees it. Immutable. */
final class Reply implements ResponseFacts {
    private static final String[] NOTHING = {};

    private final int status;
    /** What is left by the header, or -1. */
    final long remaining;

    private final String[] fields;

    Reply(int status, long remaining, String... fields) {
        this.status = status;
        this.remaining = remaining;
        this.fields = fields;
    }

    static Reply bare(int status) {
        return new Reply(status, -1, NOTHING);
    }

    boolean accepted() {
        return status == 200;
    }

    /** Whether it was refused because of the limit. */
    boolean refused() {
        return status == 429;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public void forEachHeader(HeaderVisitor visitor) {
        for (int i = 0; i < fields.length; i += 2) {
            visitor.header(fields[i], fields[i + 1]);
        }
    }
}
