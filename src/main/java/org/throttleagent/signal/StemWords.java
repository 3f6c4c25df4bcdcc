package org.throttleagent.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words by which the fields of a stem tell their role. Immutable once the table is loaded. */
final class StemWords {
    private final Map<String, Word> whole = new HashMap<>();
    /** Those with more letters first: {@code reset-after} before {@code reset}. */
    private final List<Word> longestFirst = new ArrayList<>();

    void add(String phrase, Role role, Grammar grammar) {
        Word word = new Word(phrase, role, grammar);
        whole.put(phrase, word);
        int at = 0;
        while (at < longestFirst.size() && longestFirst.get(at).phrase.length() >= phrase.length()) {
            at++;
        }
        longestFirst.add(at, word);
    }

    /** What the part of a name behind its stem means; null if no word tells a role. */
    @Nullable
    HeaderField find(Dialect dialect, String stem, String rest) {
        Word exact = whole.get(rest);
        if (exact != null) {
            return exact.field(dialect, stem, "");
        }
        for (int i = 0; i < longestFirst.size(); i++) {
            Word word = longestFirst.get(i);
            String dimension = word.dimensionIn(rest);
            if (dimension != null) {
                return word.field(dialect, stem, counts(dimension) ? "" : dimension);
            }
        }
        return null;
    }

    /** Whether a dimension is no dimension but the role of another: {@code limit-remaining}. */
    private boolean counts(String dimension) {
        Word word = whole.get(dimension);
        return word != null && (word.role == Role.LIMIT || word.role == Role.REMAINING);
    }

    private static final class Word {
        final String phrase;
        private final Role role;
        private final Grammar grammar;

        Word(String phrase, Role role, Grammar grammar) {
            this.phrase = phrase;
            this.role = role;
            this.grammar = grammar;
        }

        /** What is left of a name that ends or begins with this word; null if it does neither. */
        @Nullable
        String dimensionIn(String rest) {
            int more = rest.length() - phrase.length();
            if (more <= 0) {
                return null;
            }
            if (rest.endsWith(phrase)) {
                if (rest.charAt(more - 1) == '-') {
                    return rest.substring(0, more - 1);
                }
                // UserRemaining, ResetTime: a capital was a separator
                return role == Role.LIMIT || role == Role.REMAINING || role == Role.RESET
                        ? rest.substring(0, more)
                        : null;
            }
            return rest.charAt(phrase.length()) == '-' && rest.startsWith(phrase)
                    ? rest.substring(phrase.length() + 1)
                    : null;
        }

        HeaderField field(Dialect dialect, String stem, String dimension) {
            return new HeaderField(dialect, role, grammar, stem, dimension);
        }
    }
}
