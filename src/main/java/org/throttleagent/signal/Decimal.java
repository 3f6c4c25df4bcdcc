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
        long whole = in.number();
        int billionths = in.skip('.') ? in.billionths() : 0;
        in.skipBlanks();
        boolean ended = in.atEnd() || in.peek() == ';' || in.peek() == ',';
        return !in.ok() || !ended ? null : new Decimal(whole, billionths);
    }

    /** The number without its fraction; {@link Long#MAX_VALUE} when it is larger than that. */
    long whole() {
        return whole;
    }

    /** The number, counted in the given unit, in nanoseconds; {@link Long#MAX_VALUE} when it is larger than that. */
    long toNanos(TimeUnit unit) {
        long fraction = unit.toNanos(1) * billionths / 1_000_000_000;
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
