package org.throttleagent.signal;

/** The parameters behind a number in the fields of the early drafts: {@code ;w=60;name="per-ip"}. */
final class Parameters {
    private Parameters() {}

    /** Steps over all parameters to the next comma or the end; what {@code w} or {@code window} says in seconds, or -1. */
    static long windowSeconds(AsciiCursor in) {
        long seconds = -1;
        in.skipBlanks();
        while (in.skip(';')) {
            in.skipBlanks();
            if (in.skipWord("window=") || in.skipWord("w=")) {
                Decimal number = Decimal.at(in);
                seconds = number == null ? seconds : number.whole();
            }
            skipParameter(in);
        }
        return seconds;
    }

    private static void skipParameter(AsciiCursor in) {
        boolean quoted = false;
        while (!in.atEnd() && (quoted || in.peek() != ';' && in.peek() != ',')) {
            if (in.peek() == '"') {
                quoted = !quoted;
            }
            boolean escape = quoted && in.peek() == '\\';
            in.step();
            if (escape && !in.atEnd()) {
                in.step();
            }
        }
    }
}
