package org.throttleagent.signal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the table of dialects from its text, whose beginning explains it. */
final class DialectsReader {
    private static final Unit[] UNITS = Unit.values();
    private static final Role[] ROLES = Role.values();
    private static final Grammar[] GRAMMARS = Grammar.values();

    private final Dialects table;
    private Dialect dialect = new Dialect("");
    private String line = "";
    private int at;

    DialectsReader(Dialects table) {
        this.table = table;
    }

    void read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(32 * 1024);
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            all.write(buffer, 0, read);
        }
        String text = new String(all.toByteArray(), StandardCharsets.ISO_8859_1);
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (!isForPeople(text, start)) {
                readLine(text.substring(start, end));
            }
            start = end + 1;
        }
    }

    /** Most of the text: comments, and the lines who, source and says. They are passed over without a look. */
    private static boolean isForPeople(String text, int start) {
        return text.startsWith("#", start)
                || text.startsWith("  who ", start)
                || text.startsWith("  so", start)
                || text.startsWith("  sa", start);
    }

    private void readLine(String whole) {
        line = whole;
        at = 0;
        switch (next()) {
            case "dialect":
                dialect = new Dialect(next());
                break;
            case "unit":
                dialect.unit = unit(next());
                break;
            case "hosts":
                List<HostPattern> hosts = new ArrayList<>();
                for (String host = next(); !host.isEmpty(); host = next()) {
                    hosts.add(HostPattern.parse(host));
                }
                dialect.hosts = hosts;
                break;
            case "cached":
                dialect.ignoredFromCache = true;
                break;
            case "refusal":
                dialect.refusalStatus = Integer.parseInt(next());
                break;
            case "field":
                String name = next();
                Role role = role(next());
                Grammar grammar = grammar(next());
                table.addField(name, new HeaderField(dialect, role, grammar, "", next()));
                break;
            case "stem":
                table.addStem(next(), dialect);
                break;
            case "word":
                String phrase = next();
                Role meaning = role(next());
                table.addWord(phrase, meaning, grammar(next()));
                break;
            default:
                break; // a comment, an empty line, or what is there for people
        }
    }

    /** The next word of the line; empty at its end. */
    private String next() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        int from = at;
        int space = line.indexOf(' ', from);
        at = space < 0 ? line.length() : space;
        return line.substring(from, at);
    }

    /*
     * Enum.valueOf would ask for the constants by reflection, which costs more than reading the whole table.
     */

    private static Unit unit(String word) {
        for (Unit each : UNITS) {
            if (isName(word, each.name())) {
                return each;
            }
        }
        throw unknown(word);
    }

    private static Role role(String word) {
        for (Role each : ROLES) {
            if (isName(word, each.name())) {
                return each;
            }
        }
        throw unknown(word);
    }

    private static Grammar grammar(String word) {
        for (Grammar each : GRAMMARS) {
            if (isName(word, each.name())) {
                return each;
            }
        }
        throw unknown(word);
    }

    private static IllegalStateException unknown(String word) {
        return new IllegalStateException("the table of dialects has an unknown word: " + word);
    }

    /** Whether a word of the table is a constant's name: {@code aws-error} is {@code AWS_ERROR}. */
    private static boolean isName(String word, String name) {
        boolean same = word.length() == name.length();
        for (int i = 0; same && i < word.length(); i++) {
            char c = word.charAt(i);
            same = Ascii.lower(name.charAt(i)) == (c == '-' ? '_' : c);
        }
        return same;
    }
}
