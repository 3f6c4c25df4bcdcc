package org.throttleagent.signal;

import java.util.concurrent.TimeUnit;

/** A value of a structured field that is no list (RFC 9651 section 3.3). Immutable. */
final class BareItem {
    /** Which type it is of. */
    enum Type {
        INTEGER,
        DECIMAL,
        STRING,
        TOKEN,
        BINARY,
        BOOLEAN,
        DATE
    }

    static final BareItem TRUE = new BareItem(Type.BOOLEAN, 1, "");
    static final BareItem FALSE = new BareItem(Type.BOOLEAN, 0, "");

    final Type type;
    /** An integer; a decimal in thousandths; a date in seconds since the epoch; 1 for true. */
    final long number;
    /** A string or token; binary data as it was written, in base64. */
    final String text;

    BareItem(Type type, long number, String text) {
        this.type = type;
        this.number = number;
        this.text = text;
    }

    /** Whether it is a name, which is to be a string; examples of the drafts have tokens. */
    boolean isName() {
        return type == Type.STRING || type == Type.TOKEN;
    }

    /** The number, a fraction cut; -1 if it is none or below 0. */
    long count() {
        if (type == Type.INTEGER) {
            return Math.max(-1, number);
        }
        return type == Type.DECIMAL && number >= 0 ? number / 1000 : -1;
    }

    /** Nanoseconds of so many seconds; -1 if it is no number or below 0. */
    long secondsNanos() {
        if (type == Type.DECIMAL && number >= 0) {
            return TimeUnit.MILLISECONDS.toNanos(number);
        }
        return count() < 0 ? -1 : TimeUnit.SECONDS.toNanos(count());
    }
}
