package org.throttleagent.kit.worker;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the client's own threads on which the agent is waiting. */
final class HeldThreads {
    private HeldThreads() {}

    /**
     * The threads that belong to the client and wait in the agent, each with its frame of the agent. OkHttp names a thread after
     * the call that it runs, so those of other cases can be told.
     *
     * @param authority what the case calls, as {@code host:port}
     */
    static Set<String> names(String client, String authority) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            String name = entry.getKey().getName();
            boolean clients = client.equals("okhttp")
                    ? name.startsWith("OkHttp") && name.contains(authority)
                    : name.startsWith("HttpClient-");
            StackTraceElement frame = clients ? agentFrame(entry.getKey(), entry.getValue()) : null;
            if (frame != null) {
                names.add(name + " in " + frame);
            }
        }
        return names;
    }

    /** The agent's frame if it is what the thread waits in; a client's code that the agent has called is not. */
    private static @Nullable StackTraceElement agentFrame(Thread thread, StackTraceElement[] stack) {
        if (thread.getState() == Thread.State.RUNNABLE) {
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
