package org.throttleagent.client.httpclient4;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.throttleagent.client.testing.Scenarios;

/** Runs every scenario on every version of HttpClient that the build has put beside the tests. */
class HttpClient4Test {
    /** In each version; some advice classes have more than one. */
    static final int HOOKS = 12;

    private static final Scenarios SCENARIOS = new Scenarios(
            "org.throttleagent.client.httpclient4.",
            "HttpClient4Adapter",
            List.of("org.apache."),
            List.of(
                    "PacingScenarios",
                    "RetryScenarios",
                    "WireScenarios",
                    "OlderClientScenarios",
                    "EndingScenarios",
                    "OwnRetryScenarios",
                    "DefectScenarios"));

    @TestFactory
    Stream<DynamicContainer> everyVersion() {
        File jars = new File("target/versions");
        return Stream.of("4.3", "4.4", "4.5", "4.5.14")
                .map(version -> SCENARIOS.of(version, HOOKS, new File(jars, version), new File(jars, "beside")));
    }
}
