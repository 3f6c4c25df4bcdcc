package org.throttleagent.client.httpclient4;

import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Throttle;

/** The calls that each thread is in. HttpClient 4 runs a call from beginning to end on the thread that made it. */
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

    /** The thread begins a call of {@code client}, or an attempt that belongs to none. */
    Frame begin(@Nullable Object client) {
        Frame frame = new Frame(client, throttle.newCall());
        Frame below = innermost.get();
        if (below != null && below.depth < DEEPEST) {
            frame.below = below;
            frame.depth = below.depth + 1;
        }
        innermost.set(frame);
        return frame;
    }

    /** The thread has left the innermost call of {@code client}. */
    void end(Object client) {
        for (Frame frame = top(); frame != null; frame = frame.below) {
            if (frame.client == client) {
                end(frame);
                return;
            }
        }
    }

    /** Takes off everything up to {@code last}; what is above it was left by an error. */
    void end(Frame last) {
        Frame frame = top();
        while (frame != null) {
            Frame below = frame.below;
            if (below == null) {
                innermost.remove();
            } else {
                innermost.set(below);
            }
            frame.call.finished();
            if (frame == last) {
                return;
            }
            frame = below;
        }
    }
}
