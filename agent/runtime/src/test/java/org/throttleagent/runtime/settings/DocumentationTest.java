package org.throttleagent.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/configuration.md} to what {@link Option} declares, and to what the examples in it really do. */
class DocumentationTest {
    private static String document() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path document = folder.resolve("docs/configuration.md");
            if (Files.exists(document)) {
                return Files.readString(document);
            }
        }
        throw new AssertionError("docs/configuration.md is nowhere above");
    }

    @Test
    void hasARowForEachOptionAndNoOther() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Option option : Option.values()) {
            expected.add(
                    "| " + option.documentedKey() + " | " + option.defaultText() + " | " + option.meaning() + " |");
        }
        List<String> rows = new ArrayList<>();
        for (String line : document().split("\n", -1)) {
            if (line.startsWith("| `throttle.")) {
                rows.add(line);
            }
        }
        assertThat(rows).containsExactlyElementsOf(expected);
    }

    @Test
    void itsExamplesAreRightAndComplete() throws IOException {
        Matcher example =
                Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL).matcher(document());
        int examples = 0;
        while (example.find()) {
            examples++;
            Loaded loaded = new Given().file(example.group(1)).load();
            assertThat(loaded.errors()).as(example.group(1)).isEmpty();
            assertThat(loaded.warnings()).as(example.group(1)).isEmpty();
        }
        assertThat(examples).isGreaterThan(3);
    }
}
