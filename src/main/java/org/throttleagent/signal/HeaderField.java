package org.throttleagent.signal;

/** A header field that speaks of limits: of which dialect it is, what it means, and how its value is written. Immutable. */
final class HeaderField {
    final Dialect dialect;
    final Role role;
    final Grammar grammar;

    /**
     * What tells the windows of one dialect apart by their fields' names, lower-case: {@code tokens}, {@code minute}, a
     * vendor's prefix; empty where the name tells nothing.
     */
    final String dimension;

    /** Before the dimension, the name that a vendor's stem has; empty for other fields. */
    final String stem;

    HeaderField(Dialect dialect, Role role, Grammar grammar, String stem, String dimension) {
        this.dialect = dialect;
        this.role = role;
        this.grammar = grammar;
        this.stem = stem;
        this.dimension = dimension;
    }

    /** The same field, of a dimension. */
    HeaderField of(String otherStem, String otherDimension) {
        return new HeaderField(dialect, role, grammar, otherStem, otherDimension);
    }
}
