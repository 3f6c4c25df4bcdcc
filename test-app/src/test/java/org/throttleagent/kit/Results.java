package org.throttleagent.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The results of this run, {@code target/kit-results.csv}; one row per client, version, JDK and case. */
final class Results {
    private static final Path FILE = Path.of("target", "kit-results.csv");

    private static boolean begun;

    private Results() {}

    /** Adds a row; {@code reason} is why a case was not run. */
    static synchronized void add(Client client, Jdk jdk, KitCase kitCase, String result, @Nullable String reason)
            throws IOException {
        if (!begun) {
            Files.writeString(FILE, "client,version,jdk,case,title,result,reason\n");
            begun = true;
        }
        String row = String.join(
                ",",
                client.id(),
                client.version(),
                Integer.toString(jdk.feature()),
                kitCase.id,
                quote(kitCase.title),
                result,
                quote(reason == null ? "" : reason));
        Files.writeString(FILE, row + '\n', StandardOpenOption.APPEND);
    }

    private static String quote(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
