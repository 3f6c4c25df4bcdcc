package org.throttleagent.kit;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every case that each client has to pass in one JVM, or has a reason not to; with the property {@code kit.cases}, a comma list,
 * those only whose ids begin so.
 */
final class AllCases {
    private AllCases() {}

    static List<KitCase> get() {
        return Stream.of(
                        PacingCases.all(),
                        AccountingCases.all(),
                        WaitingCases.all(),
                        EndingCases.all(),
                        HeaderCases.all(),
                        ResetCases.all(),
                        RefusalShapeCases.all(),
                        RetryCases.all(),
                        BodyCases.all(),
                        UnsafeCases.all(),
                        ConnectionCases.all(),
                        List.of(otherAgents()))
                .flatMap(List::stream)
                .filter(AllCases::wanted)
                .toList();
    }

    private static KitCase otherAgents() {
        return KitCase.of("G33", "with another agent in the JVM, before or after it, the agent does the same")
                .not((client, jdk) -> true, "the kit has no other agents yet");
    }

    private static boolean wanted(KitCase kitCase) {
        return Stream.of(System.getProperty("kit.cases", "").split(",", -1)).anyMatch(kitCase.id::startsWith);
    }
}
