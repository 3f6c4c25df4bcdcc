package org.throttleagent.client.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.client.testing.PatchedLoader;

/** The patches, as the agent applies them, fit every minor version that is supported, and the JVM's verifier takes what comes out. */
class EveryVersionTest {
    private static final File VERSIONS = new File("target/every-version");

    static Stream<String> jars() {
        return Stream.of(Objects.requireNonNull(VERSIONS.list()))
                .filter(name -> name.endsWith(".jar"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void eachHookIsInItsVersions(String jar) throws Exception {
        String version = jar.substring(jar.lastIndexOf('-') + 1, jar.length() - ".jar".length());
        List<File> jars = new ArrayList<>(List.of(new File(VERSIONS, jar)));
        jars.addAll(List.of(Objects.requireNonNull(new File(VERSIONS, "beside").listFiles())));
        try (PatchedLoader loader = new PatchedLoader("httpclient-5", jars)) {
            loader.linkAll();
            assertThat(loader.applied())
                    .isEqualTo(loader.expected(PatchedLoader.number(version)))
                    .hasSize(HttpClient5Test.HOOKS);
        }
    }
}
