package org.throttleagent.signal;

/** Letters as header names have them: only A to Z fold, so that no locale and no other script has a say. */
final class Ascii {
    private Ascii() {}

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** The text in lower case; itself if it is so already. */
    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != text.charAt(i)) {
                return folded(text, i);
            }
        }
        return text;
    }

    private static String folded(String text, int from) {
        char[] folded = text.toCharArray();
        for (int i = from; i < folded.length; i++) {
            folded[i] = lower(folded[i]);
        }
        return new String(folded);
    }

    /** Whether a name is a word in lower case, but for its own case. */
    static boolean is(String name, String word) {
        return name.length() == word.length() && startsWith(name, word);
    }

    /** Whether a name begins with a word in lower case, but for its own case. */
    static boolean startsWith(String name, String word) {
        return at(name, 0, word);
    }

    /** Whether a name has a word in lower case there, but for its own case. */
    static boolean at(String name, int start, String word) {
        if (start < 0 || name.length() - start < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (lower(name.charAt(start + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Text of a stranger as one line of a given length at most: what is neither visible nor a blank becomes a question mark. */
    static String shown(String text, int most) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), most));
        for (int i = 0; i < text.length() && i < most; i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c < 127 ? c : '?');
        }
        return text.length() <= most ? shown.toString() : shown.append("...").toString();
    }
}
