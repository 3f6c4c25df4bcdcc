package org.throttleagent.agent;

import org.jspecify.annotations.Nullable;

/** The few settings that must be known before anything else is loaded, read the cheap way. */
final class Switches {
    private Switches() {}

    /** Whether {@code throttle.enabled} is false. */
    static boolean disabled(@Nullable String arguments) {
        String value = argument(arguments, "throttle.enabled");
        if (value == null) {
            value = setting("throttle.enabled", "THROTTLE_ENABLED");
        }
        return value != null && value.trim().equalsIgnoreCase("false");
    }

    /** Whether bad settings may be meant to stop the JVM, so that they have to be read before {@code main}. */
    static boolean settingsAreCheckedFirst(@Nullable String arguments) {
        return argument(arguments, "throttle.on-config-error") != null
                || argument(arguments, "throttle.config.file") != null
                || setting("throttle.on-config-error", "THROTTLE_ON_CONFIG_ERROR") != null
                || setting("throttle.config.file", "THROTTLE_CONFIG_FILE") != null;
    }

    /** Whether {@code throttle.log.level} is debug, as a system property. */
    static boolean debugging() {
        return "debug".equals(System.getProperty("throttle.log.level"));
    }

    private static @Nullable String setting(String property, String variable) {
        try {
            String value = System.getProperty(property);
            return value != null ? value : System.getenv(variable);
        } catch (SecurityException e) {
            return null;
        }
    }

    /** The value of {@code key} in {@code key=value;key=value}. */
    private static @Nullable String argument(@Nullable String arguments, String key) {
        int from = 0;
        while (arguments != null && from <= arguments.length()) {
            int end = arguments.indexOf(';', from);
            String part = (end < 0 ? arguments.substring(from) : arguments.substring(from, end)).trim();
            if (part.length() > key.length() && part.startsWith(key) && part.charAt(key.length()) == '=') {
                return part.substring(key.length() + 1);
            }
            if (end < 0) {
                return null;
            }
            from = end + 1;
        }
        return null;
    }
}
