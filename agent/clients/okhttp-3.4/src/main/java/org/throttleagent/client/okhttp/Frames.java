package org.throttleagent.client.okhttp;

import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Throttle;

/** The calls that each thread is in; an authenticator or an interceptor may make calls of its own inside another. */
final class Frames {
    /** No application nests calls so deeply; what is deeper was left by a hook that has been switched off. */
    private static final int DEEPEST = 30;

    /** The innermost call of a thread. Removed with the outermost, so that no thread keeps the adapter's loader. */
    @SuppressWarnings("ThreadLocalUsage") // an adapter is as lasting as its class
    private final ThreadLocal<@Nullable Frame> innermost = new ThreadLocal<>();

    private final Throttle throttle;

    Frames(Throttle throttle) {
        this.throttle = throttle;
    }

    @Nullable
    Frame top() {
        return innermost.get();
    }

    void push(Frame frame) {
        Frame below = innermost.get();
        if (below != null && below.depth < DEEPEST) {
            frame.below = below;
            frame.depth = below.depth + 1;
        }
        innermost.set(frame);
    }

    /** The thread begins to run the interceptors of {@code call}. */
    void begin(Call call) {
        Frame top = top();
        if (top == null || top.begun || top.call != call) {
            top = Frame.ofCall(call, throttle.newCall());
            push(top);
        }
        top.begun = true;
    }

    /** The thread has left the interceptors of {@code call}. */
    void end(Call call) {
        for (Frame frame = top(); frame != null; frame = frame.below) {
            if (frame.call == call && !frame.oneAttempt) {
                popThrough(frame);
                return;
            }
        }
    }

    /** Forgets calls that were admitted on this thread and never began. */
    void dropStale() {
        Frame top = top();
        while (top != null && !top.begun && !top.oneAttempt) {
            popThrough(top);
            top = top();
        }
    }

    /** Takes off everything up to {@code last}; what is above it was left by an error. */
    void popThrough(Frame last) {
        Frame frame = top();
        while (frame != null) {
            Frame below = frame.below;
            if (below == null) {
                innermost.remove();
            } else {
                innermost.set(below);
            }
            frame.throttled.finished();
            if (frame == last) {
                return;
            }
            frame = below;
        }
    }
}
