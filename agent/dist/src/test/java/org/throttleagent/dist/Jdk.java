package org.throttleagent.dist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JDK to run the agent on. */
record Jdk(int version, Path home) {
    /** Those that {@code KIT_JDKS} names, as {@code 8=/path,11=/path}; without it, the one that runs the build. */
    static List<Jdk> all() {
        String named = System.getProperty("kit.jdks", System.getenv().getOrDefault("KIT_JDKS", ""));
        List<Jdk> jdks = new ArrayList<>();
        for (String each : named.split(",", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                int version = Integer.parseInt(each.substring(0, equals).trim());
                jdks.add(new Jdk(version, Path.of(each.substring(equals + 1).trim())));
            }
        }
        if (jdks.isEmpty()) {
            jdks.add(own());
        }
        return jdks;
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
