package org.throttleagent.runtime.settings;

import java.util.Map;
import java.util.TreeMap;

/** Whose values were set: those of all, and those of each rule, client and dialect, by name. For one thread. */
final class Owners {
    final Values global = new Values();
    final Map<String, Values> rules = new TreeMap<>();
    final Map<String, Values> clients = new TreeMap<>();
    final Map<String, Values> dialects = new TreeMap<>();

    /** The values of the owner that a key names, made if there are none yet. */
    Values of(OptionKey key) {
        if (key.name == null) {
            return global;
        }
        Map<String, Values> named = named(key.option);
        Values owner = named.get(key.name);
        if (owner == null) {
            owner = new Values();
            named.put(key.name, owner);
        }
        return owner;
    }

    private Map<String, Values> named(Option option) {
        switch (option.scope) {
            case CLIENT:
                return clients;
            case DIALECT:
                return dialects;
            default:
                return rules;
        }
    }
}
