package org.throttleagent.rule;

import org.jspecify.annotations.Nullable;

/** The value of an {@code Authorization} header, taken apart as far as the agent needs (RFC 9110, section 11). Immutable. */
final class Authorization {
    private final String scheme;
    private final String rest;

    private Authorization(String scheme, String rest) {
        this.scheme = scheme;
        this.rest = rest;
    }

    static Authorization parse(String value) {
        String trimmed = value.trim();
        int space = trimmed.indexOf(' ');
        return space < 0
                ? new Authorization("", trimmed)
                : new Authorization(
                        trimmed.substring(0, space),
                        trimmed.substring(space + 1).trim());
    }

    /** Whether the scheme has this name, in any case. */
    boolean is(String name) {
        return scheme.equalsIgnoreCase(name);
    }

    /** Whether the scheme's name begins so, in any case. */
    boolean begins(String prefix) {
        return scheme.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** What follows the scheme. */
    String rest() {
        return rest;
    }

    /** The value of a parameter, without quotes, or {@code null}. Names are case-insensitive. */
    @Nullable
    String parameter(String name) {
        int at = 0;
        while (at < rest.length()) {
            int start = skip(at);
            int end = end(start);
            int equals = rest.indexOf('=', start);
            if (equals >= 0
                    && equals < end
                    && rest.substring(start, equals).trim().equalsIgnoreCase(name)) {
                return unquote(rest.substring(equals + 1, end).trim());
            }
            at = end + 1;
        }
        return null;
    }

    private int skip(int from) {
        int at = from;
        while (at < rest.length() && (rest.charAt(at) == ' ' || rest.charAt(at) == ',')) {
            at++;
        }
        return at;
    }

    /** The end of the parameter that begins here: the next comma that is not quoted. */
    private int end(int from) {
        boolean quoted = false;
        for (int i = from; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == ',' && !quoted) {
                return i;
            }
        }
        return rest.length();
    }

    private static String unquote(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
