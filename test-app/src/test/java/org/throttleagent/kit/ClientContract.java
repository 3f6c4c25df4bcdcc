package org.throttleagent.kit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** What every client has to do under the agent, in each of its versions and on each JDK. */
abstract class ClientContract {
    /*
     * One JVM per client, version and JDK runs all cases at once, each against servers of its own. The JVM runs when the
     * first of its tests does; the tests then look at what came of it.
     */
    abstract List<Client> clients();

    @TestFactory
    Stream<DynamicNode> cases() {
        return Jdk.all().stream()
                .flatMap(jdk -> clients().stream()
                        .filter(client -> jdk.feature() >= client.oldestJdk())
                        .flatMap(client -> tests(client, jdk)));
    }

    private static Stream<DynamicNode> tests(Client client, Jdk jdk) {
        List<KitCase> all = AllCases.get();
        List<KitCase> applicable =
                all.stream().filter(it -> it.reasonAgainst(client, jdk) == null).toList();
        Once<KitRun.Result> run =
                Once.of(() -> KitRun.of(client, jdk, "contract").run(applicable));
        return all.stream().map(it -> DynamicTest.dynamicTest(name(client, jdk, it), test(client, jdk, it, run)));
    }

    private static String name(Client client, Jdk jdk, KitCase kitCase) {
        return client + " on JDK " + jdk.feature() + ": " + kitCase.id + ' ' + kitCase.title;
    }

    private static Executable test(Client client, Jdk jdk, KitCase kitCase, Once<KitRun.Result> run) {
        return () -> {
            String reason = kitCase.reasonAgainst(client, jdk);
            if (reason != null) {
                Results.add(client, jdk, kitCase, "n/a", reason);
                Assumptions.abort(reason);
            }
            boolean passed = false;
            try {
                Outcome outcome = run.get().outcome(kitCase.id);
                kitCase.check(outcome);
                outcome.checkCounts();
                passed = true;
            } finally {
                Results.add(client, jdk, kitCase, passed ? "pass" : "FAIL", null);
            }
        };
    }
}
