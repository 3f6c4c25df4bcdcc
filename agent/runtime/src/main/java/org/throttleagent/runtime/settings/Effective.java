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

    /** Every setting: those of all, then each client's, then each rule's, then each dialect's. */
    static List<Effective> all(Owners owners) {
        List<Effective> all = new ArrayList<>();
        for (Option option : Option.values()) {
            if (option.withoutName()) {
                all.add(of(option, null, owners.global));
            }
        }
        addAll(owners.clients, Option.CLIENT_ENABLED, all);
        addAll(owners.rules, Option.MATCH, all);
        addAll(owners.dialects, Option.DIALECT_HOSTS, all);
        return all;
    }

    /** The settings of each of these, which have the same prefix as one of them. */
    private static void addAll(Map<String, Values> named, Option one, List<Effective> all) {
        for (Map.Entry<String, Values> each : named.entrySet()) {
            for (Option option : Option.values()) {
                if (option.scope.prefix.equals(one.scope.prefix)) {
                    all.add(of(option, each.getKey(), each.getValue()));
                }
            }
        }
    }

    private static Effective of(Option option, @Nullable String name, Values values) {
        RawSetting set = values.raw(option);
        return set == null
                ? new Effective(option.key(name), option.defaultText(), Origin.DEFAULT)
                : new Effective(set.key, Shown.value(set.value), set.origin);
    }
}
