package org.throttleagent.benchmarks;

import java.util.List;
import java.util.Locale;

/** What is started and measured; sources are in src/programs. */
enum Program {
    HELLO("hello world", 8, List.of(), "Hello"),
    HTTP_URL_CONNECTION("first request by HttpURLConnection", 8, List.of(), "ByHttpURLConnection"),
    JAVA_NET_HTTP("first request by java.net.http", 11, List.of(), "ByJavaNetHttp"),
    OKHTTP("first request by OkHttp", 8, Libraries.OKHTTP, "ByOkHttp"),
    N_TH_CLIENT(
            "the n-th client in one JVM",
            11,
            Libraries.OKHTTP,
            "OneByOne",
            "ByHttpURLConnection",
            "ByJavaNetHttp",
            "ByOkHttp"),
    SPRING_BOOT("Spring Boot web application, until it is ready", 17, Libraries.SPRING, "SpringWeb");

    private final String title;
    private final int oldestJdk;
    private final List<String> libraries;
    private final List<String> sources;

    Program(String title, int oldestJdk, List<String> libraries, String... sources) {
        this.title = title;
        this.oldestJdk = oldestJdk;
        this.libraries = libraries;
        this.sources = List.of(sources);
    }

    /** As options name it. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    /** The feature version of the oldest JDK that it runs on; what its sources are compiled for. */
    int oldestJdk() {
        return oldestJdk;
    }

    /** How the file names of the libraries that it needs begin. */
    List<String> libraries() {
        return libraries;
    }

    /** Names of its source files, the one with {@code main} first. */
    List<String> sources() {
        return sources;
    }

    String mainClass() {
        return sources.get(0);
    }

    private static final class Libraries {
        static final List<String> OKHTTP = List.of("okhttp-", "okio-", "kotlin-stdlib-");
        static final List<String> SPRING = List.of(
                "spring-",
                "tomcat-",
                "jackson-",
                "jakarta.",
                "logback-",
                "slf4j-",
                "log4j-",
                "jul-",
                "micrometer-",
                "snakeyaml-");
    }
}
