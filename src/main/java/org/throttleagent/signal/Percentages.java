package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** Percentages in JSON, as Meta writes them: {@code {"call_count":28,"total_time":25,"total_cputime":25}}. */
final class Percentages {
    /*
     * The objects are nested at will, by business and by kind of use. What counts are pairs of a name and a number, wherever
     * they are: the highest percentage and the longest time. So nothing needs to be parsed but strings and numbers, and depth
     * costs nothing.
     */

    private Percentages() {}

    static boolean read(HeaderField field, String header, String value, Facts facts) {
        AsciiCursor in = AsciiCursor.over(value);
        String key = "";
        long highest = -1;
        long waitNanos = -1;
        while (!in.atEnd()) {
            char c = in.peek();
            if (c == '"') {
                in.step();
                String text = in.untilQuote();
                in.skipBlanks();
                key = in.peek() == ':' ? text : "";
            } else if (c >= '0' && c <= '9') {
                Decimal number = Decimal.at(in);
                if (number != null && isPercentage(key)) {
                    highest = Math.max(highest, number.whole());
                } else if (number != null && key.equals("estimated_time_to_regain_access")) {
                    waitNanos = Math.max(waitNanos, number.toNanos(TimeUnit.MINUTES));
                } else if (number != null && key.equals("reset_time_duration")) {
                    waitNanos = Math.max(waitNanos, number.toNanos(TimeUnit.SECONDS));
                }
                key = "";
            } else {
                key = c == '-' ? "" : key; // below 0
                in.step();
            }
        }
        return put(field, header, highest, waitNanos, facts);
    }

    private static boolean put(HeaderField field, String header, long highest, long waitNanos, Facts facts) {
        Window window = highest < 0 && waitNanos < 0 ? null : facts.window(field, header, 0);
        if (window == null) {
            return false;
        }
        window.unit(Unit.PERCENT);
        window.limit(100);
        if (highest >= 100 || highest < 0 && waitNanos > 0) {
            window.remaining(0);
        } else if (highest >= 0) {
            window.remaining(100 - highest);
        }
        window.reset(Grammar.DELAY, header, waitNanos);
        return true;
    }

    private static boolean isPercentage(String key) {
        return key.equals("call_count")
                || key.equals("total_time")
                || key.equals("total_cputime")
                || key.endsWith("_util_pct");
    }
}
