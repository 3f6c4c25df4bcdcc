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
        line(
                "Each client calls five servers on this machine at once, %d times each, with %d threads for each.",
                options.requests, options.threads);
        line("Four of the servers have a limit. The application itself neither waits nor tries again.");
        line("");
        line("%49s%5s%16s%14s%16s", "", "calls", "at the server", "app got", "seconds");
        line(
                "%-20s%-14s%-15s%5s%8s%8s%6s%8s%8s%8s",
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
            line(
                    "%-20s%-14s%-15s%5d%8d%8d%6d%8d%8.2f%8.2f",
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
        line(
                "%-49s%5d%8d%8d%6d%8d",
                "all", totals.made, totals.arrived, totals.refusedByServers, totals.succeeded, totals.refused);
        line("");
        if (totals.failed > 0) {
            line("%d calls ended with an exception, such as %s", totals.failed, totals.failure);
        }
        String evidence = agentAttached
                ? "The agent is attached (this JVM has the class %s)."
                : "No agent is attached (this JVM has no class %s).";
        line(evidence, AgentProbe.GATE);
        line(
                "The servers refused %d requests, and the application got %d refusals.",
                totals.refusedByServers, totals.refused);
        line("");
        if (agentAttached) {
            line("To try next, before -jar:");
            line("  -Dthrottle.rate=15/s       a rule, so that the first refusals do not happen either");
            line("  -Dthrottle.mode=observe    the agent only says in its log what it would do");
        } else {
            line("The same with the agent:");
            line("  java -javaagent:agent/dist/target/throttle-agent.jar -jar test-app/target/test-app.jar");
        }
    }

    private void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
