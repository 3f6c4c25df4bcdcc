package org.throttleagent.signal;

/** Walks over a header value from left to right, once. */
final class AsciiCursor {
    /*
     * A step that does not find what it expects marks the whole walk as failed and later steps do nothing useful, so a
     * grammar reads as the list of its parts and is judged once, by complete(). Only ASCII counts as digit or letter: the
     * library's parsers also take signs, exponents and the digits of other scripts. Confined to one thread.
     */

    /** Characters looked at in one value, white space included. */
    static final int MAX_CHARS = 4096;

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final String text;
    private final int end;
    private int at;
    private boolean failed;

    private AsciiCursor(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** At the start of a value, optional white space around it left out (RFC 9110 section 5.6.3). */
    static AsciiCursor over(String value) {
        int start = 0;
        int end = Math.min(value.length(), MAX_CHARS);
        while (start < end && isBlank(value.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(value.charAt(end - 1))) {
            end--;
        }
        return new AsciiCursor(value, start, end);
    }

    /** At the start of a whole value of any length, spaces around it left out, as structured fields have it. */
    static AsciiCursor overSpaces(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && value.charAt(start) == ' ') {
            start++;
        }
        while (end > start && value.charAt(end - 1) == ' ') {
            end--;
        }
        return new AsciiCursor(value, start, end);
    }

    /** A value without the white space around it, cut to a length. */
    static String trimmed(String value, int most) {
        AsciiCursor in = over(value);
        return value.substring(in.at, Math.min(in.end, in.at + most));
    }

    /** What is left. */
    String rest() {
        return text.substring(at, end);
    }

    /** The next character, or NUL at the end. */
    char peek() {
        return at < end ? text.charAt(at) : 0;
    }

    /** How many characters lie behind. */
    int position() {
        return at;
    }

    boolean atEnd() {
        return at == end;
    }

    /** Whether no step has failed. */
    boolean ok() {
        return !failed;
    }

    /** Whether no step has failed and nothing is left. */
    boolean complete() {
        return !failed && atEnd();
    }

    /** Steps over one character if it is this one. */
    boolean skip(char c) {
        if (atEnd() || peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    /** Steps over one character, whatever it is; stays at the end. */
    void step() {
        at += at < end ? 1 : 0;
    }

    /** Steps up to one of three characters or to the end; what lies between, without blanks at its end. */
    String until(char one, char another, char third) {
        int from = at;
        while (at < end && peek() != one && peek() != another && peek() != third) {
            at++;
        }
        int to = at;
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Steps over the rest of a string of JSON and its quote; what it says, escapes left as they are. */
    String untilQuote() {
        int from = at;
        while (at < end && peek() != '"') {
            at += peek() == '\\' && at + 1 < end ? 2 : 1;
        }
        String string = text.substring(from, Math.min(at, end));
        step();
        return string;
    }

    void expect(char c) {
        failed |= !skip(c);
    }

    void skipBlanks() {
        while (at < end && isBlank(peek())) {
            at++;
        }
    }

    /** Steps over letters; at least one must be there. */
    void letters() {
        int from = at;
        while (at < end && isLetter(peek())) {
            at++;
        }
        failed |= at == from;
    }

    /** Steps over a lower-case word, in any case. */
    boolean skipWord(String word) {
        if (end - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (fold(text.charAt(at + i)) != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    /** An English month of three letters, in any case: 1 to 12. */
    int month() {
        for (int month = 1; month <= 12; month++) {
            if (skipWord(MONTHS.substring(3 * month - 3, 3 * month))) {
                return month;
            }
        }
        failed = true;
        return 0;
    }

    /** A number of at least {@code min} and at most {@code max} digits, up to nine; a digit too many is left to fail the next step. */
    int digits(int min, int max) {
        int from = at;
        int number = 0;
        while (at - from < max && isDigit(peek())) {
            number = 10 * number + (peek() - '0');
            at++;
        }
        failed |= at - from < min;
        return number;
    }

    /** A number of one or more digits, however many; {@link Long#MAX_VALUE} when it is larger than that. */
    long number() {
        int from = at;
        long number = 0;
        for (; isDigit(peek()); at++) {
            int digit = peek() - '0';
            boolean fits = number < Long.MAX_VALUE / 10; // so that 10 * number + 9 does
            number = fits ? 10 * number + digit : Long.MAX_VALUE;
        }
        failed |= at == from;
        return number;
    }

    /** The digits after a decimal point, one or more, as billionths; from the tenth on they only must be digits. */
    int billionths() {
        int from = at;
        int number = 0;
        int weight = 100_000_000;
        for (; isDigit(peek()); at++) {
            number += weight * (peek() - '0');
            weight /= 10;
        }
        failed |= at == from;
        return number;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return fold(c) >= 'a' && fold(c) <= 'z';
    }

    private static char fold(char c) {
        return Ascii.lower(c);
    }
}
