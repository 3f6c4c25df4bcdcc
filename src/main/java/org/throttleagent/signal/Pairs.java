package org.throttleagent.signal;

/** What is used and what there is, with a stroke between: {@code 32/40}, {@code api-usage=18/15000}. */
final class Pairs {
    private static final int MAX_ITEMS = 32;

    private Pairs() {}

    static boolean readPair(HeaderField field, String value, Facts facts) {
        AsciiCursor in = AsciiCursor.over(value);
        return readPair(field, "", in, facts);
    }

    /** {@code api-usage=18/15000; per-app-api-usage=17/250(appName=x)}, separated by semicolons or commas. */
    static boolean readNamed(HeaderField field, String value, Facts facts) {
        AsciiCursor in = AsciiCursor.over(value);
        boolean any = false;
        for (int i = 0; i < MAX_ITEMS && !in.atEnd(); i++) {
            in.skipBlanks();
            String name = in.until('=', ';', ',');
            if (in.skip('=')) {
                any |= readPair(field, name.equals("api-usage") ? "" : name, in, facts);
            }
            in.until(';', ',', ';');
            in.step();
        }
        return any;
    }

    private static boolean readPair(HeaderField field, String name, AsciiCursor in, Facts facts) {
        Decimal used = Decimal.at(in);
        in.skipBlanks();
        boolean stroke = in.skip('/');
        in.skipBlanks();
        Decimal limit = stroke ? Decimal.at(in) : null;
        in.skipBlanks();
        boolean ended = in.atEnd() || in.peek() == ';' || in.peek() == ',' || in.peek() == '(';
        Window window = used == null || limit == null || !ended ? null : facts.window(field, name, 0);
        if (used == null || limit == null || window == null) {
            return false;
        }
        window.used(used.whole());
        window.limit(limit.whole());
        window.name(name);
        return true;
    }
}
