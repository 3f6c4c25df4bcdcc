package org.throttleagent.runtime.log;

import org.jspecify.annotations.Nullable;
import org.throttleagent.Durations;

/** The key-value tail of one log line, in logfmt or JSON. Not safe for use by many threads; made, filled and written at once. */
public final class LogLine {
    private final boolean json;
    private final StringBuilder text = new StringBuilder(160);

    LogLine(boolean json, String event) {
        this.json = json;
        put("event", event);
    }

    /** A text value; {@code null} and empty ones are left out. */
    public LogLine put(String key, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        if (json) {
            separate(",");
            quoted(key).append(':');
            quoted(value);
        } else {
            separate(" ");
            text.append(key).append('=');
            if (plain(value)) {
                text.append(value);
            } else {
                quoted(value);
            }
        }
        return this;
    }

    /** A number. */
    public LogLine put(String key, long value) {
        if (json) {
            separate(",");
            quoted(key).append(':').append(value);
        } else {
            separate(" ");
            text.append(key).append('=').append(value);
        }
        return this;
    }

    /** A number that is left out where it is negative, which means that it is not known. */
    public LogLine putKnown(String key, long value) {
        return value < 0 ? this : put(key, value);
    }

    /** A length of time: for people in text ({@code 0.8s}), in seconds as a number in JSON. */
    public LogLine putDuration(String key, long nanos) {
        if (!json) {
            return put(key, Durations.text(nanos));
        }
        separate(",");
        quoted(key).append(':').append(nanos / 1_000_000_000L).append('.');
        String millis = Long.toString(1000 + nanos / 1_000_000L % 1000);
        text.append(millis, 1, 4);
        return this;
    }

    /** What has been put so far. */
    String text() {
        return text.toString();
    }

    private void separate(String separator) {
        if (text.length() > 0) {
            text.append(separator);
        }
    }

    private static boolean plain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == '"' || c == '=' || c == '\\' || c >= 127) {
                return false;
            }
        }
        return true;
    }

    private StringBuilder quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c < ' ' || c == 127) {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                text.append(c);
            }
        }
        return text.append('"');
    }
}
