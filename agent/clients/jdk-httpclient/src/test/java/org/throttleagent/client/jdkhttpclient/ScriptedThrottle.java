package org.throttleagent.client.jdkhttpclient;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;
import org.throttleagent.gate.ResponseHead;
import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.ThrottledCall;

/** Does with each attempt what the test said, and keeps a diary. What the test did not speak of may go at once. */
final class ScriptedThrottle implements Throttle {
    /** What becomes of one attempt. */
    enum Decision {
        GO,
        HOLD,
        REJECT
    }

    private final Deque<Decision> script = new ArrayDeque<>();
    private final List<String> diary = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Consumer<@Nullable IOException>> held = new LinkedBlockingQueue<>();
    private final int maxAttempts;
    private volatile @Nullable Thread sender;
    private volatile long timeoutNanos;

    /** A throttle that wants 429s sent again until there were {@code maxAttempts} attempts in all. */
    ScriptedThrottle(int maxAttempts, Decision... script) {
        this.maxAttempts = maxAttempts;
        this.script.addAll(List.of(script));
    }

    List<String> diary() {
        return diary;
    }

    /** The thread of the attempt that went last. */
    @Nullable
    Thread sender() {
        return sender;
    }

    /** The time that the request before which {@code admit} was asked last has in all. */
    long timeoutNanos() {
        return timeoutNanos;
    }

    /** Waits for the next attempt that is held; calling the answer lets it go. */
    Consumer<@Nullable IOException> nextHeld() throws InterruptedException {
        Consumer<@Nullable IOException> next = held.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no attempt is held; so far: " + diary);
        }
        return next;
    }

    private synchronized Decision next() {
        Decision next = script.poll();
        return next == null ? Decision.GO : next;
    }

    @Override
    public ThrottledCall newCall() {
        return new Call();
    }

    private final class Call implements ThrottledCall {
        private int attempts;
        private int status;

        @Override
        public boolean await(OutboundRequest request, BooleanSupplier cancelled) {
            throw new AssertionError("an asynchronous client must not block");
        }

        @Override
        public boolean admit(OutboundRequest request, Consumer<@Nullable IOException> later) throws IOException {
            timeoutNanos = request.timeoutNanos();
            switch (next()) {
                case REJECT:
                    throw new IOException("rejected by the throttle");
                case HOLD:
                    diary.add("hold " + request.path());
                    held.add(later);
                    return false;
                default:
                    return true;
            }
        }

        @Override
        public boolean mustWait(OutboundRequest request) {
            throw new AssertionError("not asked for by this adapter");
        }

        @Override
        public void cancel() {
            diary.add("cancel");
        }

        @Override
        public void sent(OutboundRequest request) {
            attempts++;
            sender = Thread.currentThread();
            diary.add("sent " + request.method() + " " + request.path() + (request.repeatable() ? "" : " once"));
        }

        @Override
        public void answered(ResponseHead head) {
            status = head.status();
            StringBuilder retryAfter = new StringBuilder();
            head.forEachHeader((name, value) -> {
                if (name.equalsIgnoreCase("Retry-After")) {
                    retryAfter.append(" after ").append(value);
                }
            });
            diary.add("answered " + status + retryAfter);
        }

        @Override
        public boolean resend() {
            return status == 429 && attempts < maxAttempts;
        }

        @Override
        public void failed(@Nullable Throwable why) {
            diary.add("failed");
        }

        @Override
        public void finished() {
            diary.add("finished");
        }
    }
}
