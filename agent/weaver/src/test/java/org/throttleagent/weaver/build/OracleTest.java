package org.throttleagent.weaver.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Byte Buddy weaves and what build half and splice make of the same advice do the same, on each JDK. */
class OracleTest {
    static List<Path> jdks() {
        return Jdks.homes();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void splicedLikeWoven(Path jdk) throws IOException, InterruptedException {
        Process oracle = new ProcessBuilder(
                        jdk.resolve("bin").resolve("java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Oracle.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(oracle.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(oracle.waitFor()).as(said).isZero();
        assertThat(said).matches("(?s).*cases=[0-9]{5,} differences=0 .*");
    }
}
