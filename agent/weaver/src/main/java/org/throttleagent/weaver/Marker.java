package org.throttleagent.weaver;

/**
 * The two calls in a carrier between which the target method's own code belongs. They name a class that does not exist;
 * splicing takes them out.
 */
public enum Marker {
    /** Nothing but loads of the target's arguments stands between this and {@link #BODY}. */
    BEGIN("begin"),
    /** Takes the target's arguments and returns what the target returns. */
    BODY("body");

    /** The class that does not exist, as an internal name. */
    public static final String OWNER = "$";

    private final String method;

    Marker(String method) {
        this.method = method;
    }

    /** The name of the static method. */
    public String method() {
        return method;
    }
}
