package org.throttleagent.runtime.settings;

/** Makes text from outside fit for a log: one line, not too long, without what may be a password or a token in a URL. */
final class Shown {
    private static final int MAX_LENGTH = 400;

    private Shown() {}

    /** A value, or {@code (empty)}. */
    static String value(String value) {
        return value.isEmpty() ? "(empty)" : text(value);
    }

    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !separates(text.charAt(end))) {
                end++;
            }
            appendWord(shown, text.substring(at, end));
            if (end < text.length()) {
                char c = text.charAt(end);
                shown.append(c < ' ' || c == 127 ? '\uFFFD' : c);
            }
            at = end + 1;
        }
        return shown.length() <= MAX_LENGTH ? shown.toString() : shown.substring(0, MAX_LENGTH) + "...";
    }

    /** Leaves out a user's name and password before a host, and a query. */
    private static void appendWord(StringBuilder shown, String word) {
        int scheme = word.indexOf("://");
        int host = scheme < 0 ? 0 : scheme + 3;
        int path = word.indexOf('/', host);
        int userEnd = word.lastIndexOf('@', path < 0 ? word.length() : path);
        if (userEnd > host) {
            shown.append(word, 0, host).append("***");
            host = userEnd;
        } else {
            shown.append(word, 0, host);
        }
        int query = word.indexOf('?', host);
        if (query < 0 || query + 1 == word.length()) {
            shown.append(word, host, word.length());
        } else {
            shown.append(word, host, query + 1).append("***");
        }
    }

    private static boolean separates(char c) {
        return c <= ' ' || c == ',' || c == '\'' || c == '"' || c == 127;
    }
}
