package org.throttleagent.kit.worker;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the client's own threads on which the agent is waiting. */
final class HeldThreads {
    private HeldThreads() {}

    /** The threads that belong to the client and have the agent on their stack, each with its frame of the agent. */
    static Set<String> names(String client) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            String name = entry.getKey().getName();
            boolean clients = client.equals("okhttp") ? name.startsWith("OkHttp") : name.startsWith("HttpClient-");
            StackTraceElement frame = clients ? agentFrame(entry.getValue()) : null;
            if (frame != null) {
                names.add(name + " in " + frame);
            }
        }
        return names;
    }

    private static @Nullable StackTraceElement agentFrame(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (type.startsWith("org.throttleagent.")
                    && !type.startsWith("org.throttleagent.app.")
                    && !type.startsWith("org.throttleagent.kit.")) {
                return frame;
            }
        }
        return null;
    }
}
