package org.throttleagent.client.httpclient4;

import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottledCall;

/** What the agent knows of one call of the application while its thread runs it. Confined to that thread. */
final class Frame {
    /** The call within which this one is made, on the same thread. */
    @Nullable
    Frame below;

    /** How many are below. */
    int depth;

    /** The client that runs the call; {@code null} where only one attempt of it was seen. */
    final @Nullable Object client;

    final ThrottledCall call;

    /** The attempt that is going on, or was last. */
    @Nullable
    Attempt attempt;

    /** How often the agent had the request sent again. */
    int resends;

    /** The request's headers as they came to where they are completed; {@code null} before. */
    Header @Nullable [] headers;

    /** The request's body as it came there. */
    @Nullable
    HttpEntity entity;

    /** The status of the last answer, or 0 if somebody has taken it. */
    private int status;

    Frame(@Nullable Object client, ThrottledCall call) {
        this.client = client;
        this.call = call;
    }

    void answered(int withStatus) {
        status = withStatus;
    }

    /** Whether the last answer has this status, and the question of a follow-up has not been asked of it. */
    boolean takeAnswer(int withStatus) {
        boolean itsOwn = status != 0 && status == withStatus;
        status = 0;
        return itsOwn;
    }
}
