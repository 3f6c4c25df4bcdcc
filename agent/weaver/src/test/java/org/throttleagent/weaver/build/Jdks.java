package org.throttleagent.weaver.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDKs that programs of the tests run on. */
final class Jdks {
    private Jdks() {}

    /** Their homes: those that {@code KIT_JDKS} names, as for the kit; without it, the one that runs the build. */
    static List<Path> homes() {
        String named = System.getProperty("kit.jdks", System.getenv().getOrDefault("KIT_JDKS", ""));
        List<Path> homes = new ArrayList<>();
        for (String each : named.split(",", -1)) {
            if (!each.isBlank()) {
                homes.add(Path.of(each.substring(each.indexOf('=') + 1).trim()));
            }
        }
        return homes.isEmpty() ? List.of(Path.of(System.getProperty("java.home"))) : homes;
    }
}
