package org.throttleagent.signal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads the table of dialects from its text, whose beginning explains it. */
final class DialectsReader {
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
        String text = all.toString("US-ASCII");
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            readLine(text.substring(start, end));
            start = end + 1;
        }
    }

    private void readLine(String whole) {
        line = whole;
        at = 0;
        switch (next()) {
            case "dialect":
                dialect = new Dialect(next());
                break;
            case "unit":
                dialect.unit = Unit.valueOf(upper(next()));
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
                Role role = Role.valueOf(upper(next()));
                Grammar grammar = grammar(next());
                table.addField(name, new HeaderField(dialect, role, grammar, "", next()));
                break;
            case "stem":
                table.addStem(next(), dialect);
                break;
            case "word":
                String phrase = next();
                Role meaning = Role.valueOf(upper(next()));
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
        while (at < line.length() && line.charAt(at) != ' ') {
            at++;
        }
        return line.substring(from, at);
    }

    private static Grammar grammar(String word) {
        return Grammar.valueOf(upper(word));
    }

    private static String upper(String word) {
        char[] upper = word.toCharArray();
        for (int i = 0; i < upper.length; i++) {
            char c = upper[i];
            upper[i] = c == '-' ? '_' : c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c;
        }
        return new String(upper);
    }
}
