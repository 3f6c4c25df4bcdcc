package org.throttleagent.app;

import java.util.List;
import org.throttleagent.app.server.Arrival;
import org.throttleagent.app.server.LimitedServer;

/** What became of the requests of one client to one server: a row of the table. Immutable. */
final class BatchResult {
    final String client;
    final String server;
    final String limit;

    /** Calls that the application made. */
    final int made;

    /** Requests that reached the server; more than were made, where some were sent again. */
    final int arrived;

    /** Refusals that the server sent. */
    final int refusedByServer;

    /** Calls that ended with a 2xx. */
    final int succeeded;

    /** Calls that ended with any other answer. */
    final int refused;

    /** Calls that ended with an exception. */
    final int failed;

    /** One of those exceptions, or empty. */
    final String failure;

    /** From the first call's begin to the last call's end. */
    final long timeNanos;

    /** The call that took longest. */
    final long longestNanos;

    BatchResult(String client, LimitedServer server, Tally tally, long timeNanos) {
        List<Arrival> arrivals = server.arrivalsOf(client);
        this.client = client;
        this.server = server.name();
        this.limit = server.summary();
        this.arrived = arrivals.size();
        this.refusedByServer = (int) arrivals.stream().filter(Arrival::refused).count();
        this.made = tally.made();
        this.succeeded = tally.succeeded();
        this.refused = tally.refused();
        this.failed = tally.failed();
        this.failure = tally.failure();
        this.timeNanos = timeNanos;
        this.longestNanos = tally.longestNanos();
    }
}
