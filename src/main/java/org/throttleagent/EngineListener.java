package org.throttleagent;

import org.throttleagent.signal.RateSignal;
import org.throttleagent.store.KeyState;

/** Told what the engine decides, so that it can be logged. Called on the request's thread: must be quick and never throw. */
public interface EngineListener {
    /** A request begins to wait; {@code waitNanos} is how long that will be if nothing changes. */
    void waiting(KeyState key, Call call, long waitNanos);

    /** A request has waited and may go. */
    void waited(KeyState key, Call call, long waitedNanos);

    /** A request goes out; {@code grantedAt} is the instant on the monotonic clock at which it was let go. */
    void sent(KeyState key, Call call, long grantedAt);

    /** An answer closed a key that was open. */
    void closed(KeyState key, Call call, int status, RateSignal signal, long holdNanos);

    /** A request was not waited for, because the wait did not fit: it went at once, or was rejected. */
    void notWaited(KeyState key, Call call, long waitNanos, boolean rejected);

    /** A refused request is sent again. */
    void resending(KeyState key, Call call, int status, long waitNanos);

    /** Observing: what would have been done, in one word, and how long the wait would have been. */
    void observed(KeyState key, Call call, String what, long waitNanos);

    /** The table of keys is full; further keys of this rule share one. */
    void overflowing(String rule);
}
