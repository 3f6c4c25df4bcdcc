package org.throttleagent.runtime.cli;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads JSON (RFC 8259) piece by piece, and knows the line that it is at. For one thread. */
/*
 * Archives of a browser's traffic are large, and nearly all of them is bodies: what nobody asks for is stepped over without
 * being kept, and nesting costs no stack. No small library tells the line of a value that is well-formed and still wrong.
 */
final class JsonInput {
    /** The text is no JSON. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    private static final int NOTHING = -2;

    private final Reader in;
    private int next = NOTHING;
    private int line = 1;

    JsonInput(Reader in) {
        this.in = in;
    }

    /** The line of what comes next, from 1. */
    int line() throws IOException {
        peek();
        return line;
    }

    /** The first character of what comes next, white space left out; -1 at the end. */
    int peek() throws IOException {
        while (true) {
            int c = look();
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                return c;
            }
            step();
        }
    }

    private int look() throws IOException {
        if (next == NOTHING) {
            next = in.read();
        }
        return next;
    }

    private int step() throws IOException {
        int c = look();
        if (c == '\n') {
            line++;
        }
        next = NOTHING;
        return c;
    }

    private void expect(int wanted, String what) throws IOException {
        int c = peek();
        if (c != wanted) {
            throw new Malformed("expected " + what + ", found " + shown(c));
        }
        step();
    }

    private static String shown(int c) {
        return c < 0 ? "the end of the file" : c > ' ' && c < 127 ? "'" + (char) c + "'" : "character " + c;
    }

    void beginObject() throws IOException {
        expect('{', "{");
    }

    void beginArray() throws IOException {
        expect('[', "[");
    }

    /** The next name of an object whose value comes then, or null at its end; {@code first} is true before the first. */
    @Nullable
    String nextName(boolean first) throws IOException {
        if (peek() == '}') {
            step();
            return null;
        }
        if (!first) {
            expect(',', ", or }");
        }
        String name = string();
        expect(':', ":");
        return name;
    }

    /** Whether an array has another value, which comes then; {@code first} is true before the first. */
    boolean nextValue(boolean first) throws IOException {
        if (peek() == ']') {
            step();
            return false;
        }
        if (!first) {
            expect(',', ", or ]");
        }
        return true;
    }

    String string() throws IOException {
        StringBuilder text = new StringBuilder();
        string(text);
        return text.toString();
    }

    private void string(@Nullable StringBuilder text) throws IOException {
        expect('"', "a string");
        while (true) {
            int c = step();
            if (c == '"') {
                return;
            }
            if (c < ' ') {
                throw new Malformed(
                        c < 0 ? "a string does not end" : "a string has a line break or a control character");
            }
            char said = c == '\\' ? escape() : (char) c;
            if (text != null) {
                text.append(said);
            }
        }
    }

    private char escape() throws IOException {
        int c = step();
        int at = "\"\\/bfnrt".indexOf(c);
        if (at >= 0 && c > 0) {
            return "\"\\/\b\f\n\r\t".charAt(at);
        }
        int code = 0;
        for (int i = 0; i < 4 && c == 'u'; i++) {
            int digit = Character.digit(step(), 16);
            if (digit < 0) {
                c = -1;
            }
            code = 16 * code + digit;
        }
        if (c != 'u') {
            throw new Malformed("a string has an escape that is none");
        }
        return (char) code;
    }

    /** The text of a value that is no object or array, a string without its quotes; null for {@code null}. */
    @Nullable
    String scalar() throws IOException {
        if (peek() == '"') {
            return string();
        }
        StringBuilder text = new StringBuilder();
        for (int c = look(); c > ' ' && c != ',' && c != ']' && c != '}' && text.length() < 64; c = look()) {
            text.append((char) step());
        }
        String word = text.toString();
        if (!word.equals("null") && !word.equals("true") && !word.equals("false") && !JsonNumbers.isNumber(word)) {
            throw new Malformed("expected a value, found " + (word.isEmpty() ? shown(look()) : "'" + word + "'"));
        }
        return word.equals("null") ? null : word;
    }

    /** Steps over a value of any kind. */
    void skip() throws IOException {
        StringBuilder open = new StringBuilder();
        boolean first = true;
        do {
            int last = open.length() - 1;
            char inside = last < 0 ? 0 : open.charAt(last);
            if (inside == '{' ? nextName(first) == null : inside == '[' && !nextValue(first)) {
                open.setLength(last);
                first = false;
            } else {
                int c = peek();
                first = c == '{' || c == '[';
                if (first) {
                    open.append((char) step());
                } else if (c == '"') {
                    string(null);
                } else {
                    scalar();
                }
            }
        } while (open.length() > 0);
    }

    /** Nothing but white space may be left. */
    void end() throws IOException {
        expect(-1, "the end");
    }
}
