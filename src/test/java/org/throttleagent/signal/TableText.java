package org.throttleagent.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The table of dialects as its text has it, with what is there for people. */
final class TableText {
    /** One dialect: its name, and the lines below it as words. */
    record Entry(String name, List<List<String>> lines) {
        /** What stands behind a word, joined; empty if the dialect does not have it. */
        String rest(String word) {
            for (List<String> line : lines) {
                if (line.get(0).equals(word)) {
                    return String.join(" ", line.subList(1, line.size()));
                }
            }
            return "";
        }

        /** The lines that begin with a word, without it. */
        List<List<String>> all(String word) {
            List<List<String>> found = new ArrayList<>();
            for (List<String> line : lines) {
                if (line.get(0).equals(word)) {
                    found.add(line.subList(1, line.size()));
                }
            }
            return found;
        }
    }

    private TableText() {}

    static List<Entry> dialects() {
        List<Entry> entries = new ArrayList<>();
        for (List<String> words : lines()) {
            if (words.get(0).equals("dialect")) {
                entries.add(new Entry(words.get(1), new ArrayList<>()));
            } else if (!words.get(0).equals("word")) {
                entries.get(entries.size() - 1).lines().add(words);
            }
        }
        return entries;
    }

    /** The words of stems: word, role and grammar of each. */
    static List<List<String>> stemWords() {
        List<List<String>> found = new ArrayList<>();
        for (List<String> words : lines()) {
            if (words.get(0).equals("word")) {
                found.add(words.subList(1, words.size()));
            }
        }
        return found;
    }

    /** A name for each field, and some for each stem and word. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of("Date", "Age"));
        for (Entry entry : dialects()) {
            entry.all("field").forEach(field -> names.add(field.get(0).replace("*", "tokens")));
            for (List<String> stem : entry.all("stem")) {
                String prefix = stem.get(0).replace("*", "x-vendor-");
                names.add(prefix);
                for (List<String> word : stemWords()) {
                    names.add(prefix + "-" + word.get(0));
                    names.add(prefix + "-minute-" + word.get(0));
                    names.add(prefix + "-" + word.get(0) + "-tokens");
                }
            }
        }
        return names;
    }

    private static List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        for (String line : text().split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(List.of(line.strip().split(" +", -1)));
            }
        }
        return lines;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Dialects.class.getResourceAsStream("dialects.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
