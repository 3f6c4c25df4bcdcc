package org.throttleagent.app;

/** Finds out whether the agent is in this JVM, without asking the agent. */
final class AgentProbe {
    /** The one class that the agent makes visible to everybody; no JDK has it. */
    static final String GATE = "java.lang.ThrottleGate";

    private AgentProbe() {}

    /** Whether the gate is there. It need not be before the first HTTP client has been used. */
    static boolean attached() {
        try {
            Class.forName(GATE, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
