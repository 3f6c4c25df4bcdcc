package org.throttleagent.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Properties;

/** A JDK to run clients on. */
record Jdk(int feature, Path home) {
    static final int FIRST_WITH_VIRTUAL_THREADS = 21;
    static final String NO_VIRTUAL_THREADS = "Java has virtual threads since 21";

    /**
     * Those named by the property {@code kit.jdks} or the variable {@code KIT_JDKS}, a comma list of {@code HOME} or
     * {@code FEATURE=HOME}; without, the one that runs this.
     */
    static List<Jdk> all() {
        String list = System.getProperty("kit.jdks", "");
        if (list.isBlank() && System.getenv("KIT_JDKS") != null) {
            list = System.getenv("KIT_JDKS");
        }
        if (list.isBlank()) {
            return List.of(new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home"))));
        }
        List<Jdk> jdks = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            int equals = entry.indexOf('=');
            Path home = Path.of(entry.substring(equals + 1).trim());
            jdks.add(
                    equals < 0
                            ? new Jdk(featureOf(home), home)
                            : new Jdk(
                                    Integer.parseInt(entry.substring(0, equals).trim()), home));
        }
        return jdks;
    }

    /** The oldest of them, the newest and the build's own: for what rides on clients that are tested on all. */
    static List<Jdk> oldestOwnAndNewest() {
        IntSummaryStatistics features = all().stream().mapToInt(Jdk::feature).summaryStatistics();
        List<Integer> wanted = List.of(features.getMin(), Runtime.version().feature(), features.getMax());
        return all().stream().filter(jdk -> wanted.contains(jdk.feature())).toList();
    }

    String java() {
        return home.resolve("bin").resolve("java").toString();
    }

    private static int featureOf(Path home) {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("no JDK at " + home + ", or it does not say its version", e);
        }
        String[] version = release.getProperty("JAVA_VERSION").replace("\"", "").split("\\.", -1);
        return Integer.parseInt(version[0].equals("1") ? version[1] : version[0]);
    }
}
