package org.throttleagent.client.okhttp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Throttle;

/** Every attempt on the wire: waits for its turn, and tells what came of it. */
final class Attempts {
    private final Throttle throttle;
    private final Frames frames;
    private final Waits waits;
    private final Bodies bodies;
    private final Timeouts timeouts;

    Attempts(Throttle throttle, Frames frames, Waits waits, Bodies bodies, Timeouts timeouts) {
        this.throttle = throttle;
        this.frames = frames;
        this.waits = waits;
        this.bodies = bodies;
        this.timeouts = timeouts;
    }

    /** Returns what the attempt must fail with, or {@code null} when it may go. */
    @Nullable
    IOException begin(Interceptor.Chain chain) {
        Frame frame = frame(chain);
        OkHttpRequest request =
                new OkHttpRequest(chain.request(), bodies, frame.timeoutNanos(timeouts.nanos(frame.call)));
        IOException failure;
        try {
            failure = mayGo(frame, request) ? null : new IOException("Canceled");
        } catch (IOException e) {
            failure = notRecoverable(e);
        }
        if (failure == null) {
            frame.answered(null);
            frame.throttled.sent(request);
        } else if (frame.oneAttempt) {
            frames.popThrough(frame);
        }
        return failure;
    }

    private boolean mayGo(Frame frame, OkHttpRequest request) throws IOException {
        frame.takeRefusal(request);
        boolean go = waits.await(frame, request);
        // a cancellation that came with the permit: nothing may be sent
        return go && !(frame.call != null && frame.call.isCanceled());
    }

    /** The frame of the call, or one for this attempt where an interceptor went on on another thread. */
    private Frame frame(Interceptor.Chain chain) {
        Call call = timeouts.call(chain);
        Frame top = frames.top();
        if (top != null && (call == null || top.call == call)) {
            return top;
        }
        Frame frame = Frame.ofAttempt(call, throttle.newCall());
        frames.push(frame);
        return frame;
    }

    /** Takes the outcome of the attempt: a response, or what was thrown. */
    void end(@Nullable Object outcome) {
        Frame frame = frames.top();
        if (frame == null) {
            return;
        }
        if (outcome instanceof Response) {
            Response response = (Response) outcome;
            frame.answered(response);
            frame.throttled.answered(new OkHttpResponseHead(response));
        } else {
            frame.throttled.failed((Throwable) outcome);
        }
        if (frame.oneAttempt) {
            frames.popThrough(frame);
        }
    }

    /**
     * OkHttp before 3.14 takes any other exception at this place for a route that failed and tries again, for ever; of
     * these two kinds it knows that they are final.
     */
    private static IOException notRecoverable(IOException e) {
        if (e instanceof InterruptedIOException || e instanceof ProtocolException) {
            return e;
        }
        InterruptedIOException same = new InterruptedIOException(e.getMessage());
        same.initCause(e);
        return same;
    }
}
