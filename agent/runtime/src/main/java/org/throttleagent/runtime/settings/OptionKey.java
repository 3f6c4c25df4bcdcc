package org.throttleagent.runtime.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An option, and the rule, client or dialect that it is said of. Immutable. */
final class OptionKey {
    private static final String VARIABLE_PREFIX = "THROTTLE_";

    final Option option;
    /** The name of the rule, client or dialect, or {@code null} if the option has none here. */
    final @Nullable String name;

    private OptionKey(Option option, @Nullable String name) {
        this.option = option;
        this.name = name;
    }

    /** What a key means, or {@code null} if there is no such key. The name in it may be ill-formed. */
    static @Nullable OptionKey of(String key) {
        for (Option option : Option.values()) {
            if (option.withoutName() && key.equals(option.key(null))) {
                return new OptionKey(option, null);
            }
        }
        for (Option option : Option.values()) {
            String prefix = option.scope.prefix;
            int dot = prefix.isEmpty() || !key.startsWith(prefix) ? -1 : key.indexOf('.', prefix.length());
            if (dot > prefix.length() && option.suffix.equals(key.substring(dot + 1))) {
                return new OptionKey(option, key.substring(prefix.length(), dot));
            }
        }
        return null;
    }

    /**
     * What an environment variable means, or {@code null} if it is none of ours. Names are found by the longest known ending:
     * {@code THROTTLE_RULE_A_ON_MAX_WAIT} is {@code on-max-wait} of rule {@code a}, never {@code max-wait} of {@code a-on}.
     */
    static @Nullable OptionKey ofVariable(String variable) {
        String rest = variable.substring(VARIABLE_PREFIX.length());
        OptionKey found = null;
        int longest = 0;
        for (Option option : Option.values()) {
            String ending = option.variableSuffix();
            if (option.withoutName() && rest.equals(ending)) {
                return new OptionKey(option, null);
            }
            String prefix = option.variablePrefix();
            int nameEnd = rest.length() - ending.length() - 1;
            if (!prefix.isEmpty()
                    && ending.length() > longest
                    && nameEnd > prefix.length()
                    && rest.startsWith(prefix)
                    && rest.endsWith("_" + ending)) {
                longest = ending.length();
                String name = rest.substring(prefix.length(), nameEnd);
                found = new OptionKey(option, name.toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return found;
    }

    /** How the environment writes this key. */
    static String variable(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The key in full. */
    String key() {
        return option.key(name);
    }

    /** Whether the name, if there is one, is {@code [a-z0-9-]+}. */
    boolean isWellFormed() {
        for (int i = 0; name != null && i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') {
                return false;
            }
        }
        return true;
    }
}
