package org.throttleagent.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Tells the demo to people: one screen of plain text, 100 columns wide. */
final class Screen {
    private static final String AGENT = "java -javaagent:agent/dist/target/throttle-agent.jar";
    private static final String APP = " -jar test-app/target/test-app.jar";

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    void begin(DemoOptions options) {
        line(
                "Each client sends %d requests to each of five servers here, from %d threads per server, without a",
                options.requests, options.threads);
        line("pause. Four of the servers have a limit. The application itself neither waits nor tries again.");
        line("");
        line("%-48s%5s%16s%15s%16s", "", "calls", "at the server", "the calls", "seconds");
        line(
                "%-20s%-12s%-16s%5s%8s%8s%8s%7s%8s%8s",
                "client", "server", "limit, refusal", "made", "arrived", "refused", "ok", "refused", "all", "longest");
    }

    void row(BatchResult row) {
        line(
                "%-20s%-12s%-16s%5d%8d%8d%8d%7d%8.2f%8.2f",
                row.client,
                row.server,
                row.limit,
                row.made,
                row.arrived,
                row.refusedByServer,
                row.succeeded,
                row.refused,
                row.timeNanos / 1e9,
                row.longestNanos / 1e9);
    }

    void end(List<BatchResult> rows, boolean agentAttached) {
        Totals totals = new Totals(rows);
        line(
                "%-48s%5d%8d%8d%8d%7d",
                "all", totals.made, totals.arrived, totals.refusedByServers, totals.succeeded, totals.refused);
        line("");
        if (totals.failed > 0) {
            line("%d calls ended with an exception, such as %s", totals.failed, totals.failure);
        }
        if (agentAttached) {
            withAgent(totals);
        } else {
            withoutAgent(totals);
        }
    }

    private void withoutAgent(Totals totals) {
        line(
                "No agent in this JVM (it has no class %s): the servers refused %d calls, and the",
                AgentProbe.GATE, totals.refusedByServers);
        line(
                "application got %d of those refusals. The same with the agent, which paces and tries again:",
                totals.refused);
        line("  " + AGENT + APP);
    }

    private void withAgent(Totals totals) {
        line(
                "The agent is in this JVM (it has the class %s). The servers refused %d requests,",
                AgentProbe.GATE, totals.refusedByServers);
        line("and the application got %d refusals. What the agent did is in its log, on stderr.", totals.refused);
        line("With a rule, so that even the first refusals do not happen:");
        line("  " + AGENT + " -Dthrottle.rate=15/s" + APP);
        line("Or let it only say what it would do: -Dthrottle.mode=observe");
    }

    private void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
