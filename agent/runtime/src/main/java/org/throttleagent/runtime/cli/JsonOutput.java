package org.throttleagent.runtime.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one object of JSON on one line. For one thread. */
final class JsonOutput {
    private final StringBuilder text = new StringBuilder("{");

    /** A text, or null. */
    JsonOutput put(String key, @Nullable String value) {
        key(key);
        if (value == null) {
            text.append("null");
        } else {
            quoted(value);
        }
        return this;
    }

    JsonOutput put(String key, boolean value) {
        key(key).append(value);
        return this;
    }

    /** A number of 0 or more; null for what is below, which means that it is not known. */
    JsonOutput putKnown(String key, long value) {
        key(key).append(value < 0 ? "null" : Long.toString(value));
        return this;
    }

    JsonOutput putTexts(String key, List<String> values) {
        key(key).append('[');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",");
            quoted(values.get(i));
        }
        text.append(']');
        return this;
    }

    JsonOutput putObjects(String key, List<JsonOutput> values) {
        key(key).append('[');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",").append(values.get(i));
        }
        text.append(']');
        return this;
    }

    private StringBuilder key(String key) {
        text.append(text.length() == 1 ? "" : ",");
        return quoted(key).append(':');
    }

    /** All but visible ASCII is escaped: what reads it may take the bytes for any encoding. */
    private StringBuilder quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c >= ' ' && c < 127) {
                text.append(c);
            } else {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(Character.forDigit(c >> shift & 15, 16));
                }
            }
        }
        return text.append('"');
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
