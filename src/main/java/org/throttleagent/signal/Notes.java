package org.throttleagent.signal;

import java.util.ArrayList;
import java.util.List;

/** Why a response is read as it is, for people; taken only when somebody asks. Confined to one thread. */
final class Notes {
    private static final int MAX_VALUE = 100;
    private static final int MAX_NOTES = 200;

    private final List<String> all = new ArrayList<>();

    void read(String name, String value, String meaning) {
        add(field(name, value) + " (" + meaning + ")");
    }

    void ignored(String name, String value, String why) {
        add(field(name, value) + " (ignored: " + why + ")");
    }

    void add(String note) {
        if (all.size() < MAX_NOTES) {
            all.add(note);
        }
    }

    List<String> all() {
        return all;
    }

    private static String field(String name, String value) {
        return Ascii.shown(Ascii.lower(name), MAX_VALUE) + ": " + Ascii.shown(value.trim(), MAX_VALUE);
    }
}
