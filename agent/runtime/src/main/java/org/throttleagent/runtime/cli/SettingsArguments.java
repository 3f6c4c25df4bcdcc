package org.throttleagent.runtime.cli;

import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.throttleagent.runtime.settings.Sources;

/** The arguments of a command that stand for settings: {@code -DKEY=VALUE} and {@code -javaagent:JAR=...}. */
final class SettingsArguments {
    private final Properties properties = new Properties();
    private @Nullable String agentArguments;

    SettingsArguments(Properties systemProperties) {
        for (String key : systemProperties.stringPropertyNames()) {
            properties.setProperty(key, systemProperties.getProperty(key, ""));
        }
    }

    /** Takes an argument if it is one of these. */
    boolean take(String argument) {
        int equals = argument.indexOf('=');
        if (argument.startsWith("-D") && argument.length() > 2) {
            properties.setProperty(
                    argument.substring(2, equals < 0 ? argument.length() : equals),
                    equals < 0 ? "" : argument.substring(equals + 1));
            return true;
        }
        if (argument.startsWith("-javaagent:")) {
            agentArguments = equals < 0 ? null : argument.substring(equals + 1);
            return true;
        }
        return false;
    }

    Sources sources(Map<String, String> environment, Sources.Files files) {
        return new Sources(agentArguments, properties, environment, files);
    }
}
