package org.throttleagent.client.okhttp;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.throttleagent.client.testing.Scenarios;

/** Runs every scenario on every version of OkHttp that the build has put beside the tests. */
class OkHttpTest {
    /** In each version, one for each advice class. */
    private static final int HOOKS = 10;

    private static final Scenarios SCENARIOS = new Scenarios(
            "org.throttleagent.client.okhttp.",
            "OkHttpAdapter",
            List.of("okhttp3.", "okio.", "kotlin."),
            List.of(
                    "PacingScenarios",
                    "RetryScenarios",
                    "EnqueuedScenarios",
                    "CancelScenarios",
                    "MixedScenarios",
                    "DefectScenarios"));

    @TestFactory
    Stream<DynamicContainer> everyVersion() {
        File jars = new File("target/okhttp");
        return Stream.of("3.4.1", "3.9.1", "3.12.13", "3.14.9", "4.0.1", "4.12.0", "5.0.0", "5.5.1")
                .map(version -> SCENARIOS.of(
                        version,
                        HOOKS,
                        new File(jars, version),
                        new File(jars, version.startsWith("3.") ? "for-3" : "for-4")));
    }
}
