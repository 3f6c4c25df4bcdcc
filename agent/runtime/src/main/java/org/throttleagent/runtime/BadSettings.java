package org.throttleagent.runtime;

import java.util.List;
import org.throttleagent.runtime.settings.Problem;

/** Says that settings cannot be read: all of them at once. */
final class BadSettings {
    /** {@code EX_CONFIG} of sysexits.h. */
    static final int EXIT_STATUS = 78;

    private BadSettings() {}

    /** The lines for stderr. */
    static String text(List<Problem> errors, boolean fail) {
        StringBuilder text = new StringBuilder("throttle: ")
                .append(errors.size() == 1 ? "a setting cannot" : errors.size() + " settings cannot")
                .append(" be read; ")
                .append(
                        fail
                                ? "the JVM ends, as throttle.on-config-error=fail asks"
                                : "the application runs without the agent")
                .append('\n');
        for (Problem error : errors) {
            text.append("throttle:   ").append(error).append('\n');
        }
        return text.toString();
    }
}
