package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A number of 0 or more as a header field writes it: digits, and perhaps a point and more digits. Immutable. */
final class Decimal {
    private final long whole;
    private final int billionths;

    private Decimal(long whole, int billionths) {
        this.whole = whole;
        this.billionths = billionths;
    }

    /**
     * The number at the start of a value, or null. It may be followed by nothing, or by a {@code ;} or {@code ,} and
     * whatever comes then: {@code 10, 10;w=1} is 10. Signs, exponents, hexadecimal, NaN and other scripts' digits are no
     * numbers.
     */
    static @Nullable Decimal parse(String value) {
        AsciiCursor in = AsciiCursor.over(value);
        Decimal number = at(in);
        in.skipBlanks();
        boolean ended = in.atEnd() || in.peek() == ';' || in.peek() == ',';
        return ended ? number : null;
    }

    /** A whole number of 0 or more. */
    static Decimal of(long whole) {
        return new Decimal(whole, 0);
    }

    /** The number at a place, or null when there is none; whatever may follow. */
    static @Nullable Decimal at(AsciiCursor in) {
        long whole = in.number();
        int billionths = in.skip('.') ? in.billionths() : 0;
        return in.ok() ? new Decimal(whole, billionths) : null;
    }

    /** The number without its fraction; {@link Long#MAX_VALUE} when it is larger than that. */
    long whole() {
        return whole;
    }

    /** The number, counted in the given unit, in nanoseconds; {@link Long#MAX_VALUE} when it is larger than that. */
    long toNanos(TimeUnit unit) {
        long unitNanos = unit.toNanos(1);
        // from a second on, units are whole numbers of seconds
        long fraction = unitNanos >= 1_000_000_000
                ? unitNanos / 1_000_000_000 * billionths
                : unitNanos * billionths / 1_000_000_000;
        long nanos = unit.toNanos(whole);
        return nanos > Long.MAX_VALUE - fraction ? Long.MAX_VALUE : nanos + fraction;
    }

    /** The number, counted in seconds, in milliseconds; {@link Long#MAX_VALUE} when it is larger than that. */
    long toMillis() {
        long fraction = billionths / 1_000_000;
        long millis = TimeUnit.SECONDS.toMillis(whole);
        return millis > Long.MAX_VALUE - fraction ? Long.MAX_VALUE : millis + fraction;
    }
}
