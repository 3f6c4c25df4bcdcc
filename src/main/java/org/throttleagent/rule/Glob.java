package org.throttleagent.rule;

/**
 * Matches a text made of parts (labels of a host, segments of a path) against a pattern: {@code *} stands for any characters
 * within one part, {@code **} also across parts. A {@code **} that is a whole part stands for any number of parts, none
 * included: {@code **.example.com} matches {@code example.com}, {@code /repos/**} matches {@code /repos}.
 *
 * <p>Time is at most proportional to the product of both lengths squared; nothing is allocated.
 */
final class Glob {
    private final String pattern;
    private final char separator;
    private final boolean ignoreCase;

    /**
     * A pattern.
     *
     * @param pattern the pattern, in lower case if the case is ignored
     * @param separator what is between two parts
     * @param ignoreCase whether ASCII letters of the text are taken as lower case
     */
    Glob(String pattern, char separator, boolean ignoreCase) {
        this.pattern = pattern;
        this.separator = separator;
        this.ignoreCase = ignoreCase;
    }

    /** How many characters are no wildcards. */
    int literals() {
        return pattern.length() - wildcards();
    }

    /** How many stars there are. */
    int wildcards() {
        int stars = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '*') {
                stars++;
            }
        }
        return stars;
    }

    /** Whether the text from {@code from} up to {@code to} matches. */
    // On a mismatch only the last star is tried again, within its part, then the last double star: what an earlier one
    // could take, the last one can take as well.
    boolean matches(String text, int from, int to) {
        int t = from;
        int p = 0;
        int starPattern = -1;
        int starText = -1;
        int deepPattern = -1;
        int deepText = -1;
        boolean deepWhole = false;
        while (true) {
            if (isStar(p)) {
                if (isStar(p + 1)) {
                    deepWhole = isWholePart(p);
                    p += deepWhole ? 3 : 2;
                    deepPattern = p;
                    deepText = t;
                    starPattern = -1;
                } else {
                    starPattern = ++p;
                    starText = t;
                }
            } else if (t < to && p < pattern.length() && pattern.charAt(p) == at(text, t)) {
                t++;
                p++;
            } else if (t == to && (p == pattern.length() || isTrailingDeep(p))) {
                return true;
            } else if (starPattern >= 0 && starText < to && text.charAt(starText) != separator) {
                t = ++starText;
                p = starPattern;
            } else {
                deepText = deepPattern < 0 ? -1 : nextDeep(text, deepText, to, deepWhole);
                if (deepText < 0) {
                    return false;
                }
                t = deepText;
                p = deepPattern;
                starPattern = -1;
            }
        }
    }

    /** Where the double star may end next: after any character, or if it stands for whole parts, after a separator; or -1. */
    private int nextDeep(String text, int after, int to, boolean whole) {
        if (!whole) {
            return after < to ? after + 1 : -1;
        }
        int separatorAt = text.indexOf(separator, after);
        return separatorAt < 0 || separatorAt >= to ? -1 : separatorAt + 1;
    }

    private boolean isStar(int p) {
        return p < pattern.length() && pattern.charAt(p) == '*';
    }

    /** Whether the double star at {@code p} is a part of its own that others follow. */
    private boolean isWholePart(int p) {
        return (p == 0 || pattern.charAt(p - 1) == separator)
                && p + 2 < pattern.length()
                && pattern.charAt(p + 2) == separator;
    }

    /** Whether only a separator and a double star are left. */
    private boolean isTrailingDeep(int p) {
        return p + 3 == pattern.length() && pattern.charAt(p) == separator && isStar(p + 1) && isStar(p + 2);
    }

    private char at(String text, int i) {
        char c = text.charAt(i);
        return ignoreCase && c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
