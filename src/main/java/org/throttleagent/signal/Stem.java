package org.throttleagent.signal;

import org.jspecify.annotations.Nullable;

/** The beginning of a family of names, as {@code x-ratelimit} or, whatever stands before it, {@code *rate-limit}. Immutable. */
final class Stem {
    private final String text;
    private final boolean anyPrefix;
    private final Dialect dialect;

    Stem(String text, Dialect dialect) {
        this.anyPrefix = text.startsWith("*");
        this.text = anyPrefix ? text.substring(1) : text;
        this.dialect = dialect;
    }

    /** What the field of this name in lower case means, or null when it is none of the family. */
    @Nullable
    HeaderField find(String name, StemWords words) {
        int start = anyPrefix ? name.indexOf(text) : name.startsWith(text) ? 0 : -1;
        if (start < 0) {
            return null;
        }
        int end = start + text.length();
        if (anyPrefix) {
            // what a vendor has made one word with it, as in x-ratelimitbysize-limit
            while (end < name.length() && name.charAt(end) != '-') {
                end++;
            }
        }
        if (end == name.length()) {
            return new HeaderField(dialect, Role.LIMIT, Grammar.COUNT, name, "");
        }
        if (name.charAt(end) != '-') {
            return null;
        }
        return words.find(dialect, name.substring(0, end), name.substring(end + 1));
    }
}
