package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Numbers of a window, or of several: {@code 100}, {@code 600,30000}, {@code 100, 100;w=60, 5000;w=3600}, {@code 150/15m}. */
final class CountLists {
    /*
     * A list with parameters is that of the IETF drafts up to -03 and of Envoy: the first number is the window that is nearest
     * to exhaustion, the others are the policies it is one of. A list without is one number for each of several windows
     * (Strava, Polar). A fraction of a request left is none.
     */

    private static final int MAX_ITEMS = 32;

    private CountLists() {}

    static boolean read(HeaderField field, String value, Facts facts) {
        AsciiCursor in = AsciiCursor.over(value);
        Decimal first = Decimal.at(in);
        if (first == null) {
            return false;
        }
        long over = in.skip('/') ? Periods.nanos(in.rest()) : -1;
        if (over > 0) {
            Window window = put(field, 0, first.whole(), facts);
            if (window != null) {
                window.length(over);
            }
            return window != null;
        }
        in.skipBlanks();
        if (!in.atEnd() && in.peek() != ';' && in.peek() != ',') {
            return field.role == Role.LIMIT && readLength(field, value, facts);
        }
        return readItems(field, in, first, facts);
    }

    private static boolean readItems(HeaderField field, AsciiCursor in, Decimal first, Facts facts) {
        Window window = put(field, 0, first.whole(), facts);
        if (window == null) {
            return false;
        }
        long length = Parameters.windowSeconds(in);
        window.length(FieldReader.secondsToNanos(length < 0 ? null : Decimal.of(length)));
        boolean firstHasParameters = length >= 0;
        for (int i = 1; i < MAX_ITEMS && in.skip(','); i++) {
            in.skipBlanks();
            Decimal number = Decimal.at(in);
            in.skipBlanks();
            if (number == null || !(in.atEnd() || in.peek() == ';' || in.peek() == ',')) {
                break;
            }
            boolean parameters = in.peek() == ';';
            long seconds = Parameters.windowSeconds(in);
            if (!parameters || firstHasParameters) {
                window = put(field, i, number.whole(), facts);
            } else if (number.whole() == first.whole() && window != null && i == 1) {
                window.length(TimeUnit.SECONDS.toNanos(Math.max(0, seconds)));
            }
        }
        return true;
    }

    /** AspNetCoreRateLimit writes the window where others write its limit. */
    private static boolean readLength(HeaderField field, String value, Facts facts) {
        long nanos = GoDuration.parseNanos(value);
        Window window = nanos > 0 ? facts.window(field, 0) : null;
        if (window != null) {
            window.length(nanos);
        }
        return window != null;
    }

    /** {@code 20:1,100:120}: a number and the seconds of its window, by which limits and counts find each other. */
    static boolean readSpans(HeaderField field, String value, Facts facts) {
        AsciiCursor in = AsciiCursor.over(value);
        boolean any = false;
        for (int i = 0; i < MAX_ITEMS; i++) {
            Decimal number = Decimal.at(in);
            in.expect(':');
            Decimal seconds = Decimal.at(in);
            if (number == null || seconds == null || !in.ok()) {
                return any;
            }
            Window window = facts.window(field, field.dimension + "-" + seconds.whole() + "s", 0);
            if (window != null) {
                put(field, window, number.whole());
                window.length(FieldReader.secondsToNanos(seconds));
                any = true;
            }
            in.skipBlanks();
            if (!in.skip(',')) {
                return any;
            }
            in.skipBlanks();
        }
        return any;
    }

    /** A rate of less than one a second is one in some seconds. */
    static boolean readRate(HeaderField field, String value, Facts facts) {
        Decimal rate = Decimal.parse(value);
        long nanoRequests = rate == null ? 0 : rate.toNanos(TimeUnit.SECONDS);
        Window window = nanoRequests <= 0 ? null : facts.window(field, 0);
        if (window == null || rate == null) {
            return false;
        }
        boolean slow = rate.whole() == 0;
        window.limit(slow ? 1 : rate.whole());
        window.length(slow ? 1_000_000_000L * 1_000_000_000L / nanoRequests : 1_000_000_000L);
        return true;
    }

    /** The resets of the second window and those after it. */
    static void readMoreResets(HeaderField field, String name, String value, Facts facts, ServerClock clock) {
        AsciiCursor in = AsciiCursor.over(value);
        if (Decimal.at(in) == null) {
            return;
        }
        in.skipBlanks();
        for (int i = 1; i < MAX_ITEMS && in.skip(','); i++) {
            in.skipBlanks();
            Decimal number = Decimal.at(in);
            Window window = number == null ? null : facts.window(field, i);
            if (number == null || window == null) {
                return;
            }
            window.reset(field.grammar, name, When.ofNumber(number, clock));
            in.skipBlanks();
        }
    }

    private static @Nullable Window put(HeaderField field, int index, long number, Facts facts) {
        Window window = facts.window(field, index);
        if (window != null) {
            put(field, window, number);
        }
        return window;
    }

    private static void put(HeaderField field, Window window, long number) {
        switch (field.role) {
            case LIMIT:
                window.limit(number);
                break;
            case REMAINING:
                window.remaining(number);
                break;
            default:
                window.used(number);
                break;
        }
    }
}
