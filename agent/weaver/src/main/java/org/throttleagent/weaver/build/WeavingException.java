package org.throttleagent.weaver.build;

/** Fails the build. The message names the advice class, the target and the reason. */
public final class WeavingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WeavingException(String message) {
        super(message);
    }

    WeavingException(String message, Throwable cause) {
        super(message, cause);
    }
}
