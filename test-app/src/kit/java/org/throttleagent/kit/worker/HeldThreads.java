package org.throttleagent.kit.worker;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the client's own threads on which the agent is waiting. For one thread. */
final class HeldThreads {
    private final String client;
    private final String authority;
    private Map<Thread, StackTraceElement> before = new HashMap<>();

    private HeldThreads(String client, String authority) {
        this.client = client;
        this.authority = authority;
    }

    /**
     * Those of a case. OkHttp names a thread after the call that it runs, so those of other cases can be told; the JDK's client
     * does not.
     */
    static HeldThreads of(Job job) {
        return new HeldThreads(job.client(), job.requests().get(0).uri().getAuthority());
    }

    /**
     * Those that wait now and did so at the last look, each with its frame of the agent: one that waits at a single look may have
     * been about to go on.
     */
    Map<Thread, StackTraceElement> look() {
        Map<Thread, StackTraceElement> now = waiting();
        Map<Thread, StackTraceElement> held = new HashMap<>(now);
        held.entrySet().retainAll(before.entrySet());
        before = now;
        return held;
    }

    private Map<Thread, StackTraceElement> waiting() {
        Map<Thread, StackTraceElement> waiting = new HashMap<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            StackTraceElement frame = isClients(thread.getName()) ? agentFrame(thread, stack) : null;
            if (frame != null) {
                waiting.put(thread, frame);
            }
        });
        return waiting;
    }

    private boolean isClients(String name) {
        return client.equals("okhttp")
                ? name.startsWith("OkHttp") && name.contains(authority)
                : name.startsWith("HttpClient-");
    }

    /**
     * The agent's frame if it is what the thread waits in; a client's code that the agent has called is not. A thread that is
     * blocked does not wait, it is about to go on.
     */
    private static @Nullable StackTraceElement agentFrame(Thread thread, StackTraceElement[] stack) {
        if (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            return null;
        }
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (!type.startsWith("java.") && !type.startsWith("jdk.internal.misc.") && !type.startsWith("sun.misc.")) {
                return type.startsWith("org.throttleagent.") ? frame : null;
            }
        }
        return null;
    }
}
