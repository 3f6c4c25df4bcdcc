package org.throttleagent.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.client.testing.PatchedLoader;

/** The patches, as the agent applies them, fit every minor version that is supported, and the JVM's verifier takes what comes out. */
class EveryVersionTest {
    private static final File VERSIONS = new File("target/okhttp-every");

    static Stream<String> jars() {
        return Stream.of(Objects.requireNonNull(VERSIONS.list()))
                .filter(name -> name.startsWith("okhttp-"))
                .sorted(Comparator.comparing(EveryVersionTest::number));
    }

    /** In okhttp-5.4.0.jar and okhttp-jvm-5.4.0.jar, the version stands behind the last hyphen. */
    private static int number(String jar) {
        return PatchedLoader.number(jar.substring(jar.lastIndexOf('-') + 1, jar.length() - ".jar".length()));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void eachHookIsInItsVersions(String jar) throws Exception {
        List<File> jars = new ArrayList<>(List.of(new File(VERSIONS, jar)));
        jars.addAll(List.of(Objects.requireNonNull(VERSIONS.listFiles((folder, name) -> !name.startsWith("okhttp-")))));
        try (PatchedLoader loader = new PatchedLoader("okhttp", jars)) {
            loader.linkAll();
            assertThat(loader.applied()).isEqualTo(loader.expected(number(jar))).hasSizeGreaterThanOrEqualTo(9);
            assertThat(loader.skipped()).allSatisfy(why -> assertThat(why).startsWith("it has no method "));
        }
    }
}
