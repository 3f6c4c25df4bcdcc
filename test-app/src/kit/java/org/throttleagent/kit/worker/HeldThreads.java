package org.throttleagent.kit.worker;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the client's own threads on which the agent is waiting. */
final class HeldThreads {
    private HeldThreads() {}

    /** The names of threads that belong to the client and have the agent on their stack. */
    static Set<String> names(String client) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            String name = entry.getKey().getName();
            boolean clients = client.equals("okhttp") ? name.startsWith("OkHttp") : name.startsWith("HttpClient-");
            if (clients && holds(entry.getValue())) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean holds(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (type.startsWith("org.throttleagent.")
                    && !type.startsWith("org.throttleagent.app.")
                    && !type.startsWith("org.throttleagent.kit.")) {
                return true;
            }
        }
        return false;
    }
}
