package org.throttleagent.signal;

import org.jspecify.annotations.Nullable;

/** Reads structured fields: lists and dictionaries with parameters (RFC 9651 section 4.2). */
final class StructuredField {
    /*
     * The parts are handed to a sink as they come. A field with any error is to be ignored whole, so what the sink got counts
     * only if the reading ends well. Display strings, which no field of limits
     * has, count as an error. Inner lists are read without recursion; they hold items only.
     */

    /** Takes the parts of a field. */
    interface Sink {
        /** A member begins; {@code key} is null in a list. */
        void member(@Nullable String key);

        /** The value of the member, or one of the items of its inner list. */
        void item(BareItem item);

        /** A parameter of the item before, or of the inner list that has just ended. */
        void parameter(String key, BareItem value);

        /** The inner list of the member begins, or ends. */
        void innerList(boolean begins);
    }

    private final AsciiCursor in;
    private final Sink sink;

    private StructuredField(AsciiCursor in, Sink sink) {
        this.in = in;
        this.sink = sink;
    }

    /** Reads a list, or a dictionary; whether it is one without any error. An empty value is a list without members. */
    static boolean read(String value, boolean dictionary, Sink sink) {
        return new StructuredField(AsciiCursor.overSpaces(value), sink).members(dictionary);
    }

    private boolean members(boolean dictionary) {
        while (!in.atEnd()) {
            String key = dictionary ? StructuredText.key(in) : null;
            if (dictionary && key == null) {
                return false;
            }
            sink.member(key);
            if (!value(dictionary)) {
                return false;
            }
            in.skipBlanks();
            if (in.atEnd()) {
                return true;
            }
            if (!in.skip(',')) {
                return false;
            }
            in.skipBlanks();
            if (in.atEnd()) {
                return false;
            }
        }
        return true;
    }

    private boolean value(boolean dictionary) {
        if (dictionary && !in.skip('=')) {
            sink.item(BareItem.TRUE);
            return parameters();
        }
        if (!in.skip('(')) {
            return item();
        }
        sink.innerList(true);
        while (true) {
            skipSpaces();
            if (in.skip(')')) {
                sink.innerList(false);
                return parameters();
            }
            if (!item() || in.peek() != ' ' && in.peek() != ')') {
                return false;
            }
        }
    }

    private boolean item() {
        BareItem item = StructuredText.bareItem(in);
        if (item == null) {
            return false;
        }
        sink.item(item);
        return parameters();
    }

    private boolean parameters() {
        while (in.skip(';')) {
            skipSpaces();
            String key = StructuredText.key(in);
            BareItem value = in.skip('=') ? StructuredText.bareItem(in) : BareItem.TRUE;
            if (key == null || value == null) {
                return false;
            }
            sink.parameter(key, value);
        }
        return true;
    }

    private void skipSpaces() {
        while (in.skip(' ')) {
            // only spaces, no tabs
        }
    }
}
