package org.throttleagent.client.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.OutboundRequest;
import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.ThrottledCall;

/** An agent that decides as a test says, and writes down what it is told. */
public final class ScriptedThrottle implements Throttle {
    private final Set<Integer> closedPorts = new HashSet<>();
    private final List<String> events = new ArrayList<>();
    private final List<ScriptedCall> calls = new ArrayList<>();

    @Nullable
    IOException refusal;

    @Nullable
    RuntimeException defect;

    boolean closesOnRefusal;
    int maxResends = 4;
    long lastTimeoutNanos;
    String askedHeader = "Authorization";

    @Override
    public synchronized ThrottledCall newCall() {
        ScriptedCall call = new ScriptedCall(this);
        calls.add(call);
        return call;
    }

    /** Requests to {@code port} wait from now on. */
    public synchronized ScriptedThrottle close(int port) {
        closedPorts.add(port);
        return this;
    }

    /** All that wait for {@code port} may go. */
    public synchronized void open(int port) {
        closedPorts.remove(port);
        notifyAll();
        List<ScriptedCall> all = new ArrayList<>(calls);
        for (ScriptedCall call : all) {
            call.answer(port, null);
        }
    }

    /** All that wait without a thread are told that they may not go. */
    public synchronized void refuseParked(int port, IOException why) {
        List<ScriptedCall> all = new ArrayList<>(calls);
        for (ScriptedCall call : all) {
            call.answer(port, why);
        }
    }

    /** Requests whose wait does not fit: every one. */
    public synchronized void refuseAll(IOException why) {
        refusal = why;
    }

    /** A defect of the agent at every question from now on. */
    public synchronized void breakWith(RuntimeException e) {
        defect = e;
    }

    /** Closes the port of a request that was refused, until it is opened. */
    public synchronized ScriptedThrottle closeWhenRefused() {
        closesOnRefusal = true;
        return this;
    }

    public synchronized ScriptedThrottle resendAtMost(int times) {
        maxResends = times;
        return this;
    }

    public synchronized long lastTimeoutNanos() {
        return lastTimeoutNanos;
    }

    /** What the agent was told so far, such as {@code sent} or {@code answered 429}. */
    public synchronized List<String> events() {
        return new ArrayList<>(events);
    }

    public synchronized long count(String event) {
        return events.stream().filter(event::equals).count();
    }

    /** How many logical calls there have been. */
    public synchronized int callCount() {
        return calls.size();
    }

    /** Waits until the events are as {@code wanted}; fails after ten seconds. */
    public synchronized void until(String what, Predicate<ScriptedThrottle> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!wanted.test(this)) {
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (leftMillis <= 0) {
                throw new AssertionError("not within 10 s: " + what + "; events " + events);
            }
            wait(leftMillis);
        }
    }

    /** How many wait now, with a thread or without one. */
    public synchronized int waiting() {
        int waiting = 0;
        for (ScriptedCall call : calls) {
            if (call.isWaiting()) {
                waiting++;
            }
        }
        return waiting;
    }

    boolean closed(OutboundRequest request) {
        return closedPorts.contains(request.port());
    }

    synchronized void close(OutboundRequest request) {
        closedPorts.add(request.port());
    }

    void note(String event) {
        events.add(event);
        notifyAll();
    }
}
