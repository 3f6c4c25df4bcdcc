package org.throttleagent.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** The advice and the patch that docs/how-it-works.md shows are those of the build. */
class DocumentedPatchTest {
    private static String document() throws IOException {
        return Files.readString(Path.of("../../../docs/how-it-works.md"));
    }

    @Test
    void theAdviceIsAsItIsWritten() throws IOException {
        String source =
                Files.readString(Path.of("src/main/java/org/throttleagent/client/okhttp/QueuedCountAdvice.java"));
        assertThat(document()).contains("```java\n" + source.substring(source.indexOf("@WovenInto(")) + "```");
    }

    @Test
    void thePatchIsAsItIsBuilt() throws IOException {
        StringWriter out = new StringWriter();
        ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(
                        new PrintWriter(out),
                        new PrintWriter(System.err),
                        "-c",
                        "-p",
                        "target/classes/META-INF/throttle/patches/okhttp/QueuedCountAdvice-1.class");
        // without the numbers of constants, which mean nothing to a reader
        String listing = out.toString().replace(System.lineSeparator(), "\n").replaceAll("#\\d+ +// ", "");
        assertThat(document()).contains("```\n" + listing + "```");
    }
}
