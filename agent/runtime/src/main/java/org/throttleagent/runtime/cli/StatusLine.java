package org.throttleagent.runtime.cli;

import org.jspecify.annotations.Nullable;

/** The first line of a response's head: {@code HTTP/1.1 429 Too Many Requests}, {@code HTTP/2 200}. Immutable. */
final class StatusLine {
    private static final String VERBOSE = "< ";

    final int status;
    private final String reason;
    /** Whether curl marks the lines of the head. */
    final boolean verbose;

    private StatusLine(int status, String reason, boolean verbose) {
        this.status = status;
        this.reason = reason;
        this.verbose = verbose;
    }

    /** The status line at a place, which {@code curl -v} marks with {@code <}; null if there is none. */
    static @Nullable StatusLine at(String text, int place) {
        boolean verbose = text.startsWith(VERBOSE, place);
        int start = verbose ? place + VERBOSE.length() : place;
        if (!text.startsWith("HTTP/", start)) {
            return null;
        }
        String line = Lines.text(text, start);
        int space = line.indexOf(' ');
        if (space < 6 || space > 9 || line.length() < space + 4) {
            return null;
        }
        for (int i = 5; i < space; i++) {
            if (line.charAt(i) != '.' && !isDigit(line.charAt(i))) {
                return null;
            }
        }
        int status = 0;
        for (int i = space + 1; i < space + 4; i++) {
            if (!isDigit(line.charAt(i))) {
                return null;
            }
            status = 10 * status + (line.charAt(i) - '0');
        }
        boolean ended = line.length() == space + 4 || line.charAt(space + 4) == ' ';
        return status < 100 || !ended
                ? null
                : new StatusLine(status, line.substring(space + 4).trim(), verbose);
    }

    /** Where in a line of a body the next head begins, if a header field or an empty line follows it; -1 if none does. */
    static int endOfBody(String text, int place) {
        int end = Lines.next(text, place);
        for (int at = text.indexOf("HTTP/", place + 1); at >= 0 && at < end; at = text.indexOf("HTTP/", at + 1)) {
            if (at(text, at) != null && end < text.length()) {
                String following = Lines.text(text, end);
                int colon = following.indexOf(':');
                if (following.isEmpty() || colon > 0 && following.lastIndexOf(' ', colon) < 0) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** How many characters of a line of this head are curl's own. */
    int prefix(String text, int place) {
        return verbose && text.startsWith("<", place) ? text.startsWith(VERBOSE, place) ? 2 : 1 : 0;
    }

    /** Whether the server's answer is still to come: a 1xx, or a proxy's word that the tunnel to the server stands. */
    boolean isInterim() {
        return status < 200 && status != 101 || status == 200 && reason.equalsIgnoreCase("connection established");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
