package org.throttleagent.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A JDK to measure on.
 *
 * @param version its feature version
 * @param fullVersion as it calls itself
 */
record Jdk(int version, String fullVersion, Path home) {
    /** Those of a comma list of {@code HOME} or {@code FEATURE=HOME}, only the features asked for if any are. */
    static List<Jdk> list(String homes, List<Integer> features) {
        List<Jdk> jdks = new ArrayList<>();
        for (String each : homes.split(",", -1)) {
            Jdk jdk = at(Path.of(each.substring(each.indexOf('=') + 1).trim()));
            if (features.isEmpty() || features.contains(jdk.version)) {
                jdks.add(jdk);
            }
        }
        if (jdks.isEmpty()) {
            throw new IllegalArgumentException("no JDK " + features + " in " + homes);
        }
        return jdks;
    }

    static Jdk at(Path home) {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("no JDK at " + home + ", or it does not say its version", e);
        }
        String full = release.getProperty("JAVA_VERSION").replace("\"", "");
        String[] parts = full.split("[._]", -1);
        return new Jdk(Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]), full, home);
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }
}
