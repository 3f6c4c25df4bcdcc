package org.throttleagent.runtime;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import org.jspecify.annotations.Nullable;

/** Tells a server that could not be reached from other ways to fail. */
final class Unreachable {
    private static final int CAUSES = 8;

    private Unreachable() {}

    /** Whether no connection could be made, by what the client threw. */
    static boolean is(@Nullable Throwable failure) {
        Throwable each = failure;
        for (int i = 0; each != null && i < CAUSES; i++) {
            if (each instanceof ConnectException || each instanceof NoRouteToHostException) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }
}
