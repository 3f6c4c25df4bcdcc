package org.throttleagent.runtime.settings;

import org.jspecify.annotations.Nullable;

/** Something about the settings that somebody should know. Immutable; its text shows no secrets and is one line. */
public final class Problem {
    private final String text;

    private Problem(String text) {
        this.text = text;
    }

    /** A value that cannot be read. */
    static Problem unreadable(RawSetting setting, String expected) {
        return new Problem(setting.key + " = " + Shown.value(setting.value) + " (" + setting.origin + "): "
                + Shown.text(expected));
    }

    /** Something that is wrong about a key, whatever its value. */
    static Problem about(String key, Origin origin, String what) {
        return new Problem(Shown.text(key) + " (" + origin + "): " + Shown.text(what));
    }

    /** A key that does not exist. Its value is not shown: who knows what it is. */
    static Problem unknown(String key, Origin origin, @Nullable String nearest) {
        String hint = nearest == null ? "" : "; did you mean " + nearest + "?";
        return about(key, origin, "no such setting, ignored" + hint);
    }

    @Override
    public String toString() {
        return text;
    }
}
