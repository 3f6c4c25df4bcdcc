package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** Limits of Sentry: {@code 60:transaction:key, 2700:default;error:organization}, by comma; no category means all. */
final class Categories {
    /*
     * A category is only one kind of what is sent to Sentry, and requests do not tell theirs: on an answer that is no refusal,
     * only the limit of all categories stops traffic.
     */

    private static final int MAX_ITEMS = 32;

    private Categories() {}

    static boolean read(HeaderField field, String header, String value, Facts facts) {
        AsciiCursor in = AsciiCursor.over(value);
        boolean any = false;
        for (int i = 0; i < MAX_ITEMS && !in.atEnd(); i++) {
            in.skipBlanks();
            Decimal seconds = Decimal.at(in);
            String categories = seconds != null && in.skip(':') ? in.until(':', ',', ',') : "";
            Window window = seconds == null ? null : facts.window(field, categories, 0);
            if (window != null && seconds != null) {
                window.name(categories);
                window.reset(Grammar.DELAY, header, seconds.toNanos(TimeUnit.SECONDS));
                if (categories.isEmpty()) {
                    window.remaining(0);
                }
                any = true;
            }
            in.until(',', ',', ',');
            in.step();
        }
        return any;
    }
}
