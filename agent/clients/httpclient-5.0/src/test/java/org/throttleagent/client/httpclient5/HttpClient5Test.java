package org.throttleagent.client.httpclient5;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.throttleagent.client.testing.Scenarios;

/** Runs every scenario on every version of HttpClient that the build has put beside the tests. */
class HttpClient5Test {
    /** In each version; one advice class has two. */
    static final int HOOKS = 7;

    private static final Scenarios SCENARIOS = new Scenarios(
            "org.throttleagent.client.httpclient5.",
            "HttpClient5Adapter",
            List.of("org.apache.hc.", "org.slf4j."),
            List.of("PacingScenarios", "EndingScenarios", "RetryScenarios", "MinimalScenarios"));

    @TestFactory
    Stream<DynamicContainer> everyVersion() {
        File jars = new File("target/versions");
        return Stream.of("5.0", "5.1.4", "5.3.1", "5.6.5")
                .map(version -> SCENARIOS.of(version, HOOKS, new File(jars, version), new File(jars, "beside")));
    }
}
