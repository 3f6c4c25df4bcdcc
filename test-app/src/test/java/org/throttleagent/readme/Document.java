package org.throttleagent.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown file of the repository. */
record Document(Path file, String text) {
    /** The repository; tests run in the folder of their module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static Document read(String name) throws IOException {
        Path file = ROOT.resolve(name);
        return new Document(file, Files.readString(file));
    }

    /** The documents for people who use or change the product. */
    static List<Document> all() throws IOException {
        List<Document> all = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".md")).toList()) {
                    all.add(new Document(file, Files.readString(file)));
                }
            }
        }
        return all;
    }

    /** The lines of each fenced block, in the order of the document. */
    List<List<String>> blocks() {
        List<List<String>> blocks = new ArrayList<>();
        List<String> open = null;
        for (String line : text.lines().toList()) {
            if (line.startsWith("```")) {
                if (open != null) {
                    blocks.add(open);
                }
                open = open == null ? new ArrayList<>() : null;
            } else if (open != null) {
                open.add(line);
            }
        }
        return blocks;
    }

    /** The only block of one line that begins so. */
    String command(String beginning) {
        List<String> found = blocks().stream()
                .filter(it -> it.size() == 1)
                .map(it -> it.get(0))
                .filter(it -> it.startsWith(beginning))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    file.getFileName() + " has " + found.size() + " commands that begin with " + beginning);
        }
        return found.get(0);
    }

    /** The first block that has such a line. */
    List<String> blockWith(String line) {
        return blocks().stream()
                .filter(it -> it.contains(line))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file.getFileName() + " has no block with the line: " + line));
    }

    /** The first group of each match. */
    List<String> matches(String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    /** The names by which links reach the headings. */
    List<String> anchors() {
        return Pattern.compile("(?m)^#+ (.+)$")
                .matcher(text)
                .results()
                .map((MatchResult it) -> it.group(1).toLowerCase(Locale.ROOT))
                .map(it -> it.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(Collectors.toList());
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
