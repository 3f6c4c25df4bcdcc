package org.throttleagent.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A client in one version.
 *
 * @param id what settings, log and worker call it
 * @param version the library's, or {@code jdk} for a client of the JDK
 * @param oldestJdk the first Java feature release that has it or that it runs on
 */
record Client(String id, String version, int oldestJdk) {
    static final String HTTP_URL_CONNECTION = "http-url-connection";
    static final String JAVA_NET_HTTP = "java-net-http";
    static final String OKHTTP = "okhttp";
    static final String HTTPCLIENT_4 = "httpclient-4";

    static Client ofJdk(String id, int oldestJdk) {
        return new Client(id, "jdk", oldestJdk);
    }

    static Client okHttp(String version) {
        return new Client(OKHTTP, version, 8);
    }

    static Client httpClient4(String version) {
        return new Client(HTTPCLIENT_4, version, 8);
    }

    boolean is(String other) {
        return id.equals(other);
    }

    /** Whether this is OkHttp before the given version. */
    boolean isOkHttpBefore(int major, int minor) {
        if (!is(OKHTTP)) {
            return false;
        }
        String[] parts = version.split("\\.", -1);
        int ownMajor = Integer.parseInt(parts[0]);
        return ownMajor < major || (ownMajor == major && Integer.parseInt(parts[1]) < minor);
    }

    /** The worker, the application's clients, and the library. */
    String classPath() {
        List<String> entries = new ArrayList<>(List.of("target/test-classes", "target/classes"));
        if (is(OKHTTP)) {
            entries.addAll(jarsIn(Path.of("target", "kit-libs", version)));
        } else if (!version.equals("jdk")) {
            entries.addAll(jarsIn(Path.of("target", "kit-libs", id, version)));
        }
        return String.join(File.pathSeparator, entries);
    }

    static List<String> jarsIn(Path folder) {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the libraries in " + folder + " are put there by mvn package", e);
        }
    }

    @Override
    public String toString() {
        return version.equals("jdk") ? id : id + " " + version;
    }
}
