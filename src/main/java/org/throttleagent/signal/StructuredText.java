package org.throttleagent.signal;

import org.jspecify.annotations.Nullable;

/** The words of structured fields: keys, numbers, strings, tokens, bytes, booleans, dates (RFC 9651 section 4.2.3). */
final class StructuredText {
    private static final int INTEGER_DIGITS = 15;
    private static final int DECIMAL_DIGITS = 12;

    private StructuredText() {}

    /** A key, or null if there is none here. */
    static @Nullable String key(AsciiCursor in) {
        char first = in.peek();
        if (!isLower(first) && first != '*') {
            return null;
        }
        StringBuilder key = new StringBuilder();
        for (char c = first; isLower(c) || isDigit(c) || c != 0 && "_-.*".indexOf(c) >= 0; c = in.peek()) {
            key.append(c);
            in.step();
        }
        return key.toString();
    }

    /** A value, or null if there is none here. */
    static @Nullable BareItem bareItem(AsciiCursor in) {
        char first = in.peek();
        if (first == '-' || isDigit(first)) {
            return number(in);
        }
        switch (first) {
            case '"':
                return string(in);
            case ':':
                return binary(in);
            case '?':
                return bool(in);
            case '@':
                return date(in);
            default:
                return first == '*' || isLower(first) || isUpper(first) ? token(in) : null;
        }
    }

    private static @Nullable BareItem number(AsciiCursor in) {
        boolean negative = in.skip('-');
        long number = 0;
        int digits = 0;
        for (char c = in.peek(); isDigit(c) && digits <= INTEGER_DIGITS; c = in.peek()) {
            number = 10 * number + (c - '0');
            digits++;
            in.step();
        }
        if (digits == 0 || digits > INTEGER_DIGITS) {
            return null;
        }
        if (!in.skip('.')) {
            return new BareItem(BareItem.Type.INTEGER, negative ? -number : number, "");
        }
        int fraction = 0;
        for (char c = in.peek(); isDigit(c) && fraction <= 3; c = in.peek()) {
            number = 10 * number + (c - '0');
            fraction++;
            in.step();
        }
        if (digits > DECIMAL_DIGITS || fraction == 0 || fraction > 3) {
            return null;
        }
        for (; fraction < 3; fraction++) {
            number *= 10;
        }
        return new BareItem(BareItem.Type.DECIMAL, negative ? -number : number, "");
    }

    private static @Nullable BareItem string(AsciiCursor in) {
        in.step();
        StringBuilder text = new StringBuilder();
        while (!in.atEnd()) {
            char c = in.peek();
            in.step();
            if (c == '"') {
                return new BareItem(BareItem.Type.STRING, 0, text.toString());
            }
            if (c == '\\') {
                c = in.peek();
                in.step();
                if (c != '"' && c != '\\') {
                    return null;
                }
            } else if (c < ' ' || c > '~') {
                return null;
            }
            text.append(c);
        }
        return null;
    }

    private static BareItem token(AsciiCursor in) {
        StringBuilder text = new StringBuilder();
        for (char c = in.peek(); isTokenPart(c); c = in.peek()) {
            text.append(c);
            in.step();
        }
        return new BareItem(BareItem.Type.TOKEN, 0, text.toString());
    }

    private static boolean isTokenPart(char c) {
        return isLower(c) || isUpper(c) || isDigit(c) || c != 0 && "!#$%&'*+-.^_`|~:/".indexOf(c) >= 0;
    }

    private static @Nullable BareItem binary(AsciiCursor in) {
        in.step();
        StringBuilder text = new StringBuilder();
        int padding = 0;
        for (char c = in.peek(); isBase64(c) || c == '='; c = in.peek()) {
            if (c != '=' && padding > 0) {
                return null;
            }
            padding += c == '=' ? 1 : 0;
            text.append(c);
            in.step();
        }
        boolean right = padding <= 2 && (text.length() - padding) % 4 != 1;
        return right && in.skip(':') ? new BareItem(BareItem.Type.BINARY, 0, text.toString()) : null;
    }

    private static boolean isBase64(char c) {
        return isLower(c) || isUpper(c) || isDigit(c) || c == '+' || c == '/';
    }

    private static @Nullable BareItem bool(AsciiCursor in) {
        in.step();
        return in.skip('1') ? BareItem.TRUE : in.skip('0') ? BareItem.FALSE : null;
    }

    private static @Nullable BareItem date(AsciiCursor in) {
        in.step();
        char first = in.peek();
        BareItem number = first == '-' || isDigit(first) ? number(in) : null;
        return number == null || number.type != BareItem.Type.INTEGER
                ? null
                : new BareItem(BareItem.Type.DATE, number.number, "");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
