package org.throttleagent.app;

import java.util.List;

/** The sums over all rows. Immutable. */
final class Totals {
    final int made;
    final int arrived;
    final int refusedByServers;
    final int succeeded;
    final int refused;
    final int failed;

    /** An exception that a failed call ended with, or empty. */
    final String failure;

    Totals(List<BatchResult> results) {
        int madeSum = 0;
        int arrivedSum = 0;
        int refusedByServersSum = 0;
        int succeededSum = 0;
        int refusedSum = 0;
        int failedSum = 0;
        String anyFailure = "";
        for (BatchResult result : results) {
            madeSum += result.made;
            arrivedSum += result.arrived;
            refusedByServersSum += result.refusedByServer;
            succeededSum += result.succeeded;
            refusedSum += result.refused;
            failedSum += result.failed;
            anyFailure = result.failure.isEmpty() ? anyFailure : result.failure;
        }
        made = madeSum;
        arrived = arrivedSum;
        refusedByServers = refusedByServersSum;
        succeeded = succeededSum;
        refused = refusedSum;
        failed = failedSum;
        failure = anyFailure;
    }
}
