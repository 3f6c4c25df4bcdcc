package org.throttleagent.runtime.settings;

/** What to do when settings cannot be read. */
public enum OnConfigError {
    /** List every error on stderr and run without the agent. */
    DISABLE,
    /** List every error on stderr and exit with status 78 before {@code main}. */
    FAIL
}
