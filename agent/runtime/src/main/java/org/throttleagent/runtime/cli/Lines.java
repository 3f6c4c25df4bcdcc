package org.throttleagent.runtime.cli;

/** Lines of a text, which end with a line feed or with a carriage return and a line feed. */
final class Lines {
    private static final int SHOWN = 60;

    private Lines() {}

    /** Where the line after the one at a place begins; the end of the text if there is none. */
    static int next(String text, int at) {
        int feed = text.indexOf('\n', at);
        return feed < 0 ? text.length() : feed + 1;
    }

    /** The rest of the line at a place. */
    static String text(String text, int at) {
        int end = next(text, at);
        while (end > at && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(at, end);
    }

    static boolean isBlank(String text, int at) {
        return text(text, at).trim().isEmpty();
    }

    /** The rest of the line, quoted, cut, and without what a terminal would obey. */
    static String shown(String text, int at) {
        String rest = text(text, at);
        StringBuilder shown = new StringBuilder("'");
        for (int i = 0; i < rest.length() && i < SHOWN; i++) {
            char c = rest.charAt(i);
            shown.append(c >= ' ' && c < 127 ? c : '?');
        }
        return shown.append(rest.length() > SHOWN ? "...'" : "'").toString();
    }
}
