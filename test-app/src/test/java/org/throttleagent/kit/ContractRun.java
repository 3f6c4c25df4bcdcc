package org.throttleagent.kit;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Makes named tests of cases, and rows of the table of results. */
final class ContractRun {
    private ContractRun() {}

    /** What is asserted of a case. */
    interface Body {
        void run() throws Exception;
    }

    /** A test of one case; where it cannot hold the test is aborted with the reason. */
    static DynamicNode test(Client client, Jdk jdk, KitCase kitCase, Body body) {
        String name = client + " on JDK " + jdk.feature() + ": " + kitCase.id + ' ' + kitCase.title;
        return DynamicTest.dynamicTest(name, () -> {
            String reason = kitCase.reasonAgainst(client, jdk);
            if (reason != null) {
                Results.add(client, jdk, kitCase, "n/a", reason);
                Assumptions.abort(reason);
            }
            boolean passed = false;
            try {
                body.run();
                passed = true;
            } finally {
                Results.add(client, jdk, kitCase, passed ? "pass" : "FAIL", null);
            }
        });
    }

    /** A test of a case that has a JVM of its own. */
    static DynamicNode alone(Client client, Jdk jdk, KitCase kitCase, String... jvmOptions) {
        return test(client, jdk, kitCase, () -> {
            KitRun run = KitRun.of(client, jdk, kitCase.id);
            for (String option : jvmOptions) {
                run.option(option);
            }
            Outcome outcome = run.run(List.of(kitCase)).outcome(kitCase.id);
            kitCase.check(outcome);
            outcome.checkCounts();
        });
    }
}
