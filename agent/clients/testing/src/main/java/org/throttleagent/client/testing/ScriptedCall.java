package org.throttleagent.client.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;
import org.throttleagent.gate.ResponseHead;
import org.throttleagent.gate.ThrottledCall;

/** One call of a {@link ScriptedThrottle}; everything under its monitor. */
final class ScriptedCall implements ThrottledCall {
    private final ScriptedThrottle throttle;
    private @Nullable Consumer<@Nullable IOException> later;
    private @Nullable OutboundRequest parked;
    private @Nullable OutboundRequest last;
    private @Nullable OutboundRequest granted;
    private boolean threadWaits;
    private boolean cancelled;
    private int status;
    private int resends;

    ScriptedCall(ScriptedThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    public boolean await(OutboundRequest request, BooleanSupplier isCancelled) throws IOException {
        synchronized (throttle) {
            ask(request);
            if (granted != null && granted.port() == request.port()) {
                throttle.note("granted");
                return true;
            }
            threadWaits = throttle.closed(request);
            throttle.note(threadWaits ? "waits" : "passes");
            try {
                while (throttle.closed(request) && !cancelled && !isCancelled.getAsBoolean()) {
                    throttle.wait(100);
                }
                return !cancelled && !isCancelled.getAsBoolean();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            } finally {
                threadWaits = false;
            }
        }
    }

    @Override
    public boolean admit(OutboundRequest request, Consumer<@Nullable IOException> tell) throws IOException {
        synchronized (throttle) {
            ask(request);
            if (!throttle.closed(request)) {
                granted = request;
                throttle.note("admitted");
                return true;
            }
            later = tell;
            parked = request;
            throttle.note("parked");
            return false;
        }
    }

    private void ask(OutboundRequest request) throws IOException {
        if (throttle.defect != null) {
            throw throttle.defect;
        }
        request.header(throttle.askedHeader);
        throttle.lastTimeoutNanos = request.timeoutNanos();
        if (throttle.refusal != null) {
            throw throttle.refusal;
        }
    }

    void answer(int port, @Nullable IOException why) {
        Consumer<@Nullable IOException> tell = later;
        if (tell != null && parked != null && parked.port() == port) {
            later = null;
            granted = why == null ? parked : null;
            tell.accept(why);
        }
    }

    boolean isWaiting() {
        return later != null || threadWaits;
    }

    @Override
    public boolean mustWait(OutboundRequest request) {
        synchronized (throttle) {
            boolean held = granted != null && granted.port() == request.port();
            return !held && throttle.closed(request);
        }
    }

    @Override
    public void cancel() {
        synchronized (throttle) {
            cancelled = true;
            later = null;
            granted = null;
            throttle.note("cancelled");
        }
    }

    @Override
    public void sent(OutboundRequest request) {
        synchronized (throttle) {
            last = request;
            granted = null;
            throttle.note("sent");
        }
    }

    @Override
    public void answered(ResponseHead head) {
        synchronized (throttle) {
            status = head.status();
            if ((status == 429 || status == 503) && throttle.closesOnRefusal && last != null) {
                throttle.close(last);
            }
            throttle.note("answered " + status);
        }
    }

    @Override
    public boolean resend() {
        synchronized (throttle) {
            boolean again = status == 429 && resends < throttle.maxResends && last != null && last.repeatable();
            if (again) {
                resends++;
                throttle.note("resend");
            }
            return again;
        }
    }

    @Override
    public void failed(@Nullable Throwable why) {
        synchronized (throttle) {
            throttle.note("failed");
        }
    }

    @Override
    public void finished() {
        synchronized (throttle) {
            throttle.note("finished");
        }
    }
}
