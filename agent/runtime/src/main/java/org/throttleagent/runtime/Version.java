package org.throttleagent.runtime;

/** The agent's version. */
public final class Version {
    /** Packaging puts the version here. */
    private static final String VERSION = "@version@";

    private Version() {}

    /** The version, such as {@code 1.2.0}. */
    public static String text() {
        return VERSION;
    }
}
