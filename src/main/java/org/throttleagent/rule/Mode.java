package org.throttleagent.rule;

/** How much the agent does. */
public enum Mode {
    /** Delay and retry. */
    ENFORCE,
    /** Decide and log, but never delay and never retry. */
    OBSERVE,
    /** Do nothing; who waits is released. */
    OFF;

    /** The more restrained of the two: a rule's mode never does more than the global mode allows. */
    public Mode and(Mode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
