package org.throttleagent.kit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** What every client has to do under the agent, in each of its versions and on each JDK. */
abstract class ClientContract {
    /*
     * One JVM per client, version and JDK runs all cases at once, each against servers of its own. The JVM runs when the
     * first of its tests does; the tests then look at what came of it.
     */

    private static final int OLDEST_JDK = 8;

    abstract List<Client> clients();

    /** Those of them that meet the oldest JDK and the one that builds only: it is the same Java in all of them. */
    List<Client> older() {
        return List.of();
    }

    private boolean isTested(Client client, Jdk jdk) {
        return !older().contains(client)
                || jdk.feature() == OLDEST_JDK
                || jdk.feature() == Runtime.version().feature();
    }

    @TestFactory
    Stream<DynamicNode> cases() {
        return Jdk.all().stream()
                .flatMap(jdk -> clients().stream()
                        .filter(client -> jdk.feature() >= client.oldestJdk() && isTested(client, jdk))
                        .flatMap(client -> tests(client, jdk)));
    }

    private static Stream<DynamicNode> tests(Client client, Jdk jdk) {
        List<KitCase> all = AllCases.get();
        List<KitCase> applicable =
                all.stream().filter(it -> it.reasonAgainst(client, jdk) == null).toList();
        Once<KitRun.Result> run =
                Once.of(() -> KitRun.of(client, jdk, "contract").warmUp().run(applicable));
        return all.stream()
                .map(it -> ContractRun.test(client, jdk, it, () -> {
                    Outcome outcome = run.get().outcome(it.id);
                    it.check(outcome);
                    outcome.checkCounts();
                }));
    }
}
