package org.throttleagent.runtime.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A setting in force, and where it came from. Immutable. */
public final class Effective {
    private final String key;
    private final String value;
    private final Origin origin;

    Effective(String key, String value, Origin origin) {
        this.key = key;
        this.value = value;
        this.origin = origin;
    }

    /** The key in full. */
    public String key() {
        return key;
    }

    /** The value as it was written, fit to be shown; or the default in words. */
    public String value() {
        return value;
    }

    /** Where it came from. */
    public Origin origin() {
        return origin;
    }

    /** Whether nobody has set it. */
    public boolean isDefault() {
        return origin == Origin.DEFAULT;
    }

    /** Every setting: those of all, then each client's, then each rule's. */
    static List<Effective> all(Values global, Map<String, Values> rules, Map<String, Values> clients) {
        List<Effective> all = new ArrayList<>();
        for (Option option : Option.values()) {
            if (option.withoutName()) {
                all.add(of(option, null, global));
            }
        }
        for (Map.Entry<String, Values> client : clients.entrySet()) {
            all.add(of(Option.CLIENT_ENABLED, client.getKey(), client.getValue()));
        }
        for (Map.Entry<String, Values> rule : rules.entrySet()) {
            for (Option option : Option.values()) {
                if (option.ofRule()) {
                    all.add(of(option, rule.getKey(), rule.getValue()));
                }
            }
        }
        return all;
    }

    private static Effective of(Option option, @Nullable String name, Values values) {
        RawSetting set = values.raw(option);
        return set == null
                ? new Effective(option.key(name), option.defaultText(), Origin.DEFAULT)
                : new Effective(set.key, Shown.value(set.value), set.origin);
    }
}
