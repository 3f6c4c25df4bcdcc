package org.throttleagent.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    @Test
    void everyLinkIntoTheRepositoryLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Document document : Document.all()) {
            for (String link : document.matches("\\]\\(([^)\\s]+)\\)")) {
                if (!link.matches("[a-z]+:.*") && !leadsSomewhere(document, link)) {
                    broken.add(document + ": " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyLogEventThatIsExplainedIsWritten() throws IOException {
        List<String> events =
                Document.read("docs/how-it-works.md").matches("(?m)^\\| `(\\w+)` \\| (?:info|warn|error|debug) ");
        assertThat(events).hasSizeGreaterThan(10);
        String sources = sources("agent/runtime/src/main/java") + sources("src/main/java");
        assertThat(events).allSatisfy(event -> assertThat(sources).contains('"' + event + '"'));
    }

    private static boolean leadsSomewhere(Document from, String link) throws IOException {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? from.file() : from.file().resolveSibling(path);
        return Files.exists(target)
                && (hash < 0
                        || new Document(target, Files.readString(target))
                                .anchors()
                                .contains(link.substring(hash + 1)));
    }

    private static String sources(String folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Document.ROOT.resolve(folder))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
