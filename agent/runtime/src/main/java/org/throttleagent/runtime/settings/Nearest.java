package org.throttleagent.runtime.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the key that somebody may have meant. */
final class Nearest {
    private Nearest() {}

    /** The known key that takes the fewest changes, or {@code null} if it would take too many. */
    static @Nullable String key(String unknown) {
        String written = unknown.toLowerCase(Locale.ROOT);
        if (OptionKey.of(written) != null) {
            return written;
        }
        if (OptionKey.of(Option.PREFIX + written) != null) {
            return Option.PREFIX + written;
        }
        for (Option option : Option.values()) {
            if (option.scope == Option.Scope.NAMED_RULE && written.equals(option.key(null))) {
                return option.key("NAME");
            }
        }
        String[] parts = written.split("\\.", -1);
        return nearest(written, keys(parts.length > 3 && !parts[2].isEmpty() ? parts[2] : "NAME"));
    }

    /** The known environment variable that takes the fewest changes, or {@code null} if it would take too many. */
    static @Nullable String variable(String unknown) {
        List<String> variables = new ArrayList<>();
        String name = nameIn(unknown);
        for (String key : keys(name == null ? "NAME" : name)) {
            variables.add(OptionKey.variable(key));
        }
        return nearest(unknown, variables);
    }

    /** The name in {@code THROTTLE_RULE_NAME_...}, taken for one word; good enough for a guess. */
    private static @Nullable String nameIn(String variable) {
        String[] parts = variable.toLowerCase(Locale.ROOT).split("_", -1);
        return parts.length > 3 ? parts[2] : null;
    }

    private static List<String> keys(String name) {
        List<String> keys = new ArrayList<>();
        for (Option option : Option.values()) {
            if (option.withoutName()) {
                keys.add(option.key(null));
            }
            if (option.scope != Option.Scope.GLOBAL) {
                keys.add(option.key(name));
            }
        }
        return keys;
    }

    private static @Nullable String nearest(String written, List<String> candidates) {
        String best = null;
        int fewest = Math.max(2, written.length() / 6) + 1;
        for (String candidate : candidates) {
            int changes = distance(written, candidate);
            if (changes < fewest) {
                fewest = changes;
                best = candidate;
            }
        }
        return best;
    }

    /** Levenshtein's distance: how many characters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
