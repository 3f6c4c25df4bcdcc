package org.throttleagent.signal;

/** One row of the table of dialects: a header field, what it means, and how its value is written. Immutable. */
final class HeaderRow {
    private final String name;
    private final Family family;
    private final Role role;
    private final Grammar grammar;

    private HeaderRow(String name, Family family, Role role, Grammar grammar) {
        this.name = name;
        this.family = family;
        this.role = role;
        this.grammar = grammar;
    }

    static HeaderRow row(String lowerCaseName, Family family, Role role, Grammar grammar) {
        return new HeaderRow(lowerCaseName, family, role, grammar);
    }

    /** Lower-case. */
    String name() {
        return name;
    }

    Family family() {
        return family;
    }

    Role role() {
        return role;
    }

    Grammar grammar() {
        return grammar;
    }

    /** Whether a field name of the same length is this one. Only ASCII letters fold, so that no locale has a say. */
    boolean isNamed(String other) {
        for (int i = 0; i < name.length(); i++) {
            char c = other.charAt(i);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
            if (lower != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
