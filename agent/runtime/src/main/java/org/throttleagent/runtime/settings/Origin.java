package org.throttleagent.runtime.settings;

/** Where a value came from, as people read it. Immutable. */
public final class Origin {
    /** Nobody has said anything. */
    public static final Origin DEFAULT = new Origin("default");

    /** The text after the {@code =} of {@code -javaagent:throttle-agent.jar=}. */
    static final Origin AGENT_ARGUMENT = new Origin("agent argument");

    /** A {@code -D} option. */
    static final Origin SYSTEM_PROPERTY = new Origin("system property");

    /** For what is said of a variable that names it already. */
    static final Origin ENVIRONMENT = new Origin("environment");

    private final String text;

    private Origin(String text) {
        this.text = text;
    }

    static Origin variable(String name) {
        return new Origin("environment variable " + name);
    }

    static Origin file(String path, int line) {
        return new Origin("file " + path + ":" + line);
    }

    @Override
    public String toString() {
        return text;
    }
}
