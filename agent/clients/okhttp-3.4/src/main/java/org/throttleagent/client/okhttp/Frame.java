package org.throttleagent.client.okhttp;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottledCall;

/** What the agent knows of one call of the application while a thread runs it. */
final class Frame {
    /** The call on whose interceptors this one is made, on the same thread. */
    @Nullable
    Frame below;

    /** The call; {@code null} where an attempt runs on a thread that no call began on, and OkHttp is too old to tell. */
    final @Nullable Call call;

    final ThrottledCall throttled;

    /** What the dispatcher runs, of an enqueued call. */
    final @Nullable Object asyncCall;

    /** False between the admission of an enqueued call and its first interceptor. */
    boolean begun;

    /** Whether the frame lives no longer than one attempt. */
    final boolean oneAttempt;

    /** The request that a permit is held for, from before the interceptors have seen it. */
    private @Nullable AdmittedRequest admitted;

    private @Nullable IOException refusal;

    /** The last network response that nobody has asked about sending again. */
    private @Nullable Response answer;

    private Frame(@Nullable Call call, ThrottledCall throttled, @Nullable Object asyncCall, boolean oneAttempt) {
        this.call = call;
        this.throttled = throttled;
        this.asyncCall = asyncCall;
        this.oneAttempt = oneAttempt;
    }

    static Frame ofCall(Call call, ThrottledCall throttled) {
        return new Frame(call, throttled, null, false);
    }

    static Frame ofEnqueued(Call call, ThrottledCall throttled, Object asyncCall) {
        return new Frame(call, throttled, asyncCall, false);
    }

    static Frame ofAttempt(@Nullable Call call, ThrottledCall throttled) {
        return new Frame(call, throttled, null, true);
    }

    /** Notes that {@code request} has been answered by the agent already: it may go, or it may not, and why. */
    void decided(AdmittedRequest request, @Nullable IOException why) {
        admitted = request;
        refusal = why;
    }

    /** Takes what was decided, if it was decided for a request like {@code wire}. */
    boolean takeDecision(OkHttpRequest wire) throws IOException {
        AdmittedRequest decided = admitted;
        if (decided == null) {
            return false;
        }
        admitted = null;
        IOException why = refusal;
        refusal = null;
        if (!decided.sameLimitAs(wire)) {
            // an interceptor has made another request of it
            throttled.cancel();
            return false;
        }
        if (why != null) {
            throw why;
        }
        return true;
    }

    void answered(@Nullable Response response) {
        answer = response;
    }

    @Nullable
    Response takeAnswer() {
        Response taken = answer;
        answer = null;
        return taken;
    }
}
