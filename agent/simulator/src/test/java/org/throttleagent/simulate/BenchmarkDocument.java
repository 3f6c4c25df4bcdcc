package org.throttleagent.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.throttleagent.simulate.Summary.Figure;

/** Writes the tables of {@code docs/benchmark.md}, between its two marks; the document says with which command. */
@EnabledIfSystemProperty(named = "benchmark.document", matches = ".+")
class BenchmarkDocument {
    private static final String BEGIN = "<!-- tables: written by BenchmarkDocument -->\n";
    private static final String END = "<!-- end of tables -->";
    private static final int SEEDS = Integer.getInteger("benchmark.seeds", 40);
    private static final int PEER_SEEDS = 5;

    @Test
    void write() throws IOException {
        Path file = Path.of(System.getProperty("benchmark.document"));
        String text = Files.readString(file);
        StringBuilder tables = new StringBuilder(BEGIN);
        agent(tables);
        peers(tables);
        sweep(tables);
        String written = text.substring(0, text.indexOf(BEGIN)) + tables + text.substring(text.indexOf(END));
        Files.write(file, written.getBytes(StandardCharsets.UTF_8));
    }

    private static void agent(StringBuilder out) {
        out.append("\n### The agent, ").append(SEEDS).append(" seeds: mean (worst)\n\n");
        out.append(
                "| scenario | retries | refusals | p99 wait, s | longest wait, s | stdev | Jain | utilisation | clear, s"
                        + " | settle, s |\n|---|---|---|---|---|---|---|---|---|---|\n");
        for (Benchmark benchmark : Benchmark.values()) {
            Summary summary = Simulated.summary(benchmark.options + " --seeds " + SEEDS);
            out.append("| ").append(benchmark.title());
            for (Figure figure : Figure.values()) {
                if (figure != Figure.WAIT_P50) {
                    out.append(" | ").append(cell(summary, figure));
                }
            }
            out.append(" |\n");
        }
        out.append("\n| scenario | options of `simulate` | must hold in the worst seed |\n|---|---|---|\n");
        for (Benchmark benchmark : Benchmark.values()) {
            out.append(String.format("| %s | `%s` | %s |%n", benchmark.title(), benchmark.options, benchmark.bounds));
        }
    }

    private static String cell(Summary summary, Figure figure) {
        if (!summary.applies(figure)) {
            return "";
        }
        String mean = SimulateReport.value(figure, summary.mean(figure));
        String worst = SimulateReport.value(figure, summary.worst(figure));
        return (mean + " (" + worst + ")").replace(" s", "").replace(" %", "%");
    }

    private static void peers(StringBuilder out) {
        out.append("\n### Beside the others, ").append(PEER_SEEDS);
        out.append(" seeds: mean retries · longest wait in seconds · Jain · utilisation\n\n| scenario");
        for (Policy policy : Policy.values()) {
            out.append(" | ").append(policy.text());
        }
        out.append(" |\n|---|---|---|---|---|---|---|---|\n");
        for (Benchmark benchmark : Benchmark.values()) {
            out.append("| ").append(benchmark.title());
            for (Policy policy : Policy.values()) {
                Summary summary =
                        Simulated.summary(benchmark.options + " --seeds " + PEER_SEEDS + " --policy " + policy.text());
                out.append(String.format(
                        Locale.ROOT,
                        " | %.2f%% · %.0f · %.3f · %.1f%%",
                        100 * summary.mean(Figure.RETRY_RATIO),
                        summary.mean(Figure.WAIT_MAX),
                        summary.mean(Figure.JAIN),
                        100 * summary.mean(Figure.UTILISATION)));
            }
            out.append(" |\n");
        }
    }

    private static void sweep(StringBuilder out) {
        out.append("\n### 150 random servers that were not looked at before\n\n");
        out.append(Sweep.HEAD);
        for (Policy policy : new Policy[] {Policy.AGENT, Policy.AIMD, Policy.PROPORTIONAL_REMAINING}) {
            out.append(Sweep.of(policy, 2, 150).row());
        }
        out.append('\n');
    }
}
