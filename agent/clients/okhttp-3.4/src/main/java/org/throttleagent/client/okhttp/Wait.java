package org.throttleagent.client.okhttp;

import okhttp3.Call;
import okhttp3.Dispatcher;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottledCall;

/** A call that waits with the agent, on a thread of its own. */
class Wait {
    final Call call;
    final ThrottledCall throttled;

    /** The dispatcher that does not see the call meanwhile; {@code null} where it does. */
    final @Nullable Dispatcher leftOut;

    Wait(Call call, ThrottledCall throttled, @Nullable Dispatcher leftOut) {
        this.call = call;
        this.throttled = throttled;
        this.leftOut = leftOut;
    }

    /** Whether the call is one that would be queued, not one that would be running. */
    boolean queued() {
        return false;
    }

    /** Whether the dispatcher should be seen to have the call. */
    boolean goesOn() {
        return true;
    }

    /** The application has cancelled the call. Any thread; must not block. */
    void cancelled() {
        throttled.cancel();
    }
}
