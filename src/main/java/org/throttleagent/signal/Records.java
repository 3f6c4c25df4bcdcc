package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** Windows as records: {@code total=100; remaining=99; resets=41}, {@code b=per_hour;q=2;r=1;t=924,b=per_day;q=5;r=0;t=9}. */
final class Records {
    private static final int MAX_ITEMS = 64;

    private Records() {}

    static boolean read(HeaderField field, String name, String value, Facts facts, ServerClock clock) {
        AsciiCursor in = AsciiCursor.over(value);
        boolean any = false;
        String bucket = field.dimension;
        for (int i = 0; i < MAX_ITEMS && !in.atEnd(); i++) {
            in.skipBlanks();
            String key = Ascii.lower(in.until('=', ':', ','));
            boolean told = in.skip('=') || in.skip(':');
            in.skipBlanks();
            if (told && key.equals("b")) {
                bucket = field.dimension + "-" + in.until(';', ',', ';');
            } else if (told) {
                any |= readNumber(field, name, bucket, key, in, facts, clock);
            }
            in.skipBlanks();
            if (in.skip(',')) {
                bucket = field.dimension;
            } else {
                in.skip(';');
            }
        }
        return any;
    }

    /** Keys are told by their last word: Pingdom's is {@code Time until reset}. */
    private static boolean readNumber(
            HeaderField field, String name, String bucket, String key, AsciiCursor in, Facts facts, ServerClock clock) {
        Decimal number = Decimal.at(in);
        Window window = number == null ? null : facts.window(field, bucket, 0);
        if (number == null || window == null) {
            in.until(';', ',', ';');
            return false;
        }
        window.name(bucket);
        switch (key.substring(key.lastIndexOf(' ') + 1)) {
            case "total":
            case "limit":
            case "q":
                window.limit(number.whole());
                return true;
            case "remaining":
            case "r":
                window.remaining(number.whole());
                return true;
            case "resets":
            case "reset":
            case "t":
                window.reset(Grammar.WHEN, name, When.ofNumber(number, clock));
                return true;
            default:
                return false;
        }
    }

    /** {@code Microsoft.Compute/HighCostGet3Min;46}, one or several by comma; a name may tell how long its window is. */
    static boolean readNamed(HeaderField field, String value, Facts facts) {
        AsciiCursor in = AsciiCursor.over(value);
        boolean any = false;
        for (int i = 0; i < MAX_ITEMS && !in.atEnd(); i++) {
            in.skipBlanks();
            String name = in.until(';', ',', ';');
            Decimal number = in.skip(';') ? Decimal.at(in) : null;
            Window window = number == null || name.isEmpty() ? null : facts.window(field, name, 0);
            if (window != null && number != null) {
                window.remaining(number.whole());
                window.name(name);
                window.unit(Unit.REQUESTS);
                window.length(minutesAtTheEnd(name));
                any = true;
            }
            in.until(',', ',', ',');
            in.step();
        }
        return any;
    }

    /** {@code HighCostGet3Min} is a window of three minutes. */
    private static long minutesAtTheEnd(String name) {
        int digits = name.endsWith("Min") ? name.length() - 3 : 0;
        int from = digits;
        while (from > 0 && name.charAt(from - 1) >= '0' && name.charAt(from - 1) <= '9') {
            from--;
        }
        boolean told = from < digits && digits - from <= 4;
        return told ? TimeUnit.MINUTES.toNanos(Integer.parseInt(name.substring(from, digits))) : -1;
    }
}
