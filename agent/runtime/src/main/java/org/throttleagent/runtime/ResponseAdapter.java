package org.throttleagent.runtime;

import org.throttleagent.gate.ResponseHead;
import org.throttleagent.signal.ResponseFacts;

/** A client's response as the engine sees it. */
final class ResponseAdapter implements ResponseFacts {
    private final ResponseHead head;

    ResponseAdapter(ResponseHead head) {
        this.head = head;
    }

    @Override
    public int status() {
        return head.status();
    }

    @Override
    public void forEachHeader(HeaderVisitor visitor) {
        head.forEachHeader(new ResponseHead.HeaderVisitor() {
            @Override
            public void header(String name, String value) {
                visitor.header(name, value);
            }
        });
    }
}
