package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.throttleagent.testing.Repository;

/** The page for people says what the table says. */
class DialectsDocumentTest {
    @Test
    void isUpToDate() throws IOException {
        Path page = Repository.root().resolve("docs/dialects.md");
        if (Boolean.getBoolean("dialects.write")) {
            Files.writeString(page, DialectsDocument.text());
        }
        assertThat(Files.readString(page))
                .as("docs/dialects.md is stale; mvn -pl src test -Dtest=DialectsDocumentTest -Ddialects.write=true")
                .isEqualTo(DialectsDocument.text());
    }
}
