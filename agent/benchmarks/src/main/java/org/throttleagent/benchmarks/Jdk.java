package org.throttleagent.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

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
            int equals = each.indexOf('=');
            Path home = Path.of(each.substring(equals + 1).trim());
            String release = release(home);
            Jdk jdk = of(
                    release != null || equals < 0
                            ? release
                            : each.substring(0, equals).trim(),
                    home);
            if (features.isEmpty() || features.contains(jdk.version)) {
                jdks.add(jdk);
            }
        }
        if (jdks.isEmpty()) {
            throw new IllegalArgumentException("no JDK " + features + " in " + homes);
        }
        return jdks;
    }

    private static Jdk of(@Nullable String full, Path home) {
        if (full == null) {
            throw new IllegalArgumentException("no JDK at " + home + ", or it does not say its version");
        }
        String[] parts = full.split("[._]", -1);
        return new Jdk(Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]), full, home);
    }

    /** What a JDK says of its version; some say nothing. */
    private static @Nullable String release(Path home) {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return null;
        }
        String version = release.getProperty("JAVA_VERSION");
        return version == null ? null : version.replace("\"", "");
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }
}
