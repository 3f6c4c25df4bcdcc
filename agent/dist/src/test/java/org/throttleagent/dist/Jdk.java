package org.throttleagent.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A JDK to run the agent on. */
record Jdk(int version, Path home) {
    /** Those that {@code KIT_JDKS} names, a comma list of {@code HOME} or {@code FEATURE=HOME}; without it, the one that runs the build. */
    static List<Jdk> all() {
        String named = System.getProperty("kit.jdks", System.getenv().getOrDefault("KIT_JDKS", ""));
        List<Jdk> jdks = new ArrayList<>();
        for (String each : named.split(",", -1)) {
            int equals = each.indexOf('=');
            Path home = Path.of(each.substring(equals + 1).trim());
            if (equals > 0) {
                jdks.add(new Jdk(Integer.parseInt(each.substring(0, equals).trim()), home));
            } else if (!each.isBlank()) {
                jdks.add(new Jdk(versionOf(home), home));
            }
        }
        if (jdks.isEmpty()) {
            jdks.add(own());
        }
        return jdks;
    }

    private static int versionOf(Path home) {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("no JDK at " + home + ", or it does not say its version", e);
        }
        String[] version = release.getProperty("JAVA_VERSION").replace("\"", "").split("\\.", -1);
        return Integer.parseInt(version[0].equals("1") ? version[1] : version[0]);
    }

    /** The JDK that runs the build. */
    static Jdk own() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /** Those that have {@code java.net.http}. */
    static List<Jdk> since11() {
        return all().stream().filter(jdk -> jdk.version() >= 11).toList();
    }

    /** A program of the JDK's. */
    Path tool(String name) {
        Path plain = home.resolve("bin").resolve(name);
        return Files.exists(plain) ? plain : home.resolve("bin").resolve(name + ".exe");
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
