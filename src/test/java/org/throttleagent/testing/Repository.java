package org.throttleagent.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository lies; tests run in a folder of it. */
public final class Repository {
    private Repository() {}

    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("ARCHITECTURE.md"))) {
                return folder;
            }
        }
        throw new AssertionError("the repository's root is nowhere above");
    }
}
