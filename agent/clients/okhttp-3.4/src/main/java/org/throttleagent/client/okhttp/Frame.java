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

    /** How many are below. */
    int depth;

    /** The call; {@code null} where an attempt runs on a thread that no call began on, and OkHttp is too old to tell. */
    final @Nullable Call call;

    final ThrottledCall throttled;

    /** What the dispatcher runs, of an enqueued call. */
    final @Nullable Object asyncCall;

    /** False between the admission of an enqueued call and its first interceptor. */
    boolean begun;

    /** Whether the frame lives no longer than one attempt. */
    final boolean oneAttempt;

    /** The request that the agent has decided about before the interceptors have seen it. */
    private @Nullable AdmittedRequest decidedFor;

    /** Why that one may not go, if it may not. */
    private @Nullable IOException refusal;

    /** How long the call has waited without its body running, so that its timeout did not run either. */
    private long outsideNanos;

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
    void decided(AdmittedRequest request, @Nullable IOException why, long waitedNanos) {
        decidedFor = request;
        refusal = why;
        outsideNanos = waitedNanos;
    }

    /**
     * Takes what was decided. A permit that is held needs no mention: the agent knows what it is good for.
     *
     * @throws IOException if it was decided that a request like {@code wire} may not go
     */
    void takeRefusal(OkHttpRequest wire) throws IOException {
        AdmittedRequest decided = decidedFor;
        IOException why = refusal;
        decidedFor = null;
        refusal = null;
        if (why != null && decided != null && decided.sameLimitAs(wire)) {
            throw why;
        }
    }

    /** The time the application gives the call, the agent's waits included, in nanoseconds; 0 stays 0. */
    long timeoutNanos(long ofBody) {
        return ofBody == 0 ? 0 : ofBody + outsideNanos;
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
