package org.throttleagent.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Tells the demo to people: one screen of plain text, 100 columns wide. */
final class Screen {
    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    void begin(DemoOptions options) {
        out.printf(
                Locale.ROOT,
                "Each client calls five servers on this machine at once, %d times each, with %d threads for each.%n",
                options.requests,
                options.threads);
        out.println("Four of the servers have a limit. The application itself neither waits nor tries again.");
        out.println();
        out.printf(Locale.ROOT, "%49s%5s%16s%14s%16s%n", "", "calls", "at the server", "app got", "seconds");
        out.printf(
                Locale.ROOT,
                "%-20s%-14s%-15s%5s%8s%8s%6s%8s%8s%8s%n",
                "client",
                "server",
                "limit: refusal",
                "made",
                "arrived",
                "refused",
                "ok",
                "refused",
                "total",
                "longest");
    }

    void rows(List<BatchResult> ofOneClient) {
        String client = ofOneClient.get(0).client;
        for (BatchResult row : ofOneClient) {
            out.printf(
                    Locale.ROOT,
                    "%-20s%-14s%-15s%5d%8d%8d%6d%8d%8.2f%8.2f%n",
                    client,
                    row.server,
                    row.limit,
                    row.made,
                    row.arrived,
                    row.refusedByServer,
                    row.succeeded,
                    row.refused,
                    row.timeNanos / 1e9,
                    row.longestNanos / 1e9);
            client = "";
        }
    }

    void end(List<BatchResult> rows, boolean agentAttached) {
        Totals totals = new Totals(rows);
        out.printf(
                Locale.ROOT,
                "%-49s%5d%8d%8d%6d%8d%n",
                "all",
                totals.made,
                totals.arrived,
                totals.refusedByServers,
                totals.succeeded,
                totals.refused);
        out.println();
        if (totals.failed > 0) {
            out.printf(Locale.ROOT, "%d calls ended with an exception, such as %s%n", totals.failed, totals.failure);
        }
        out.printf(
                Locale.ROOT,
                "%s agent is attached (this JVM has %s class %s).%n",
                agentAttached ? "The" : "No",
                agentAttached ? "the" : "no",
                AgentProbe.GATE);
        out.printf(
                Locale.ROOT,
                "The servers refused %d requests, and the application got %d refusals.%n",
                totals.refusedByServers,
                totals.refused);
        out.println();
        if (agentAttached) {
            out.println("To try next, before -jar:");
            out.println("  -Dthrottle.rate=15/s       a rule, so that the first refusals do not happen either");
            out.println("  -Dthrottle.mode=observe    the agent only says in its log what it would do");
        } else {
            out.println("The same with the agent:");
            out.println("  java -javaagent:agent/dist/target/throttle-agent.jar -jar test-app/target/test-app.jar");
        }
    }
}
