package org.throttleagent.kit;

import java.util.List;
import java.util.stream.Stream;

/** Every case that each client has to pass in one JVM, or has a reason not to. */
final class AllCases {
    private AllCases() {}

    static List<KitCase> get() {
        return Stream.of(
                        PacingCases.all(),
                        AccountingCases.all(),
                        WaitingCases.all(),
                        EndingCases.all(),
                        HeaderCases.all(),
                        RetryCases.all(),
                        ConnectionCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
