package org.throttleagent.runtime.cli;

/** Numbers of JSON (RFC 8259 section 6). */
final class JsonNumbers {
    private JsonNumbers() {}

    static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, at);
        if (whole == at || whole - at > 1 && text.charAt(at) == '0') {
            return false;
        }
        at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            boolean sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0;
            int from = at + (sign ? 2 : 1);
            at = digits(text, from);
            if (at == from) {
                return false;
            }
        }
        return at == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
