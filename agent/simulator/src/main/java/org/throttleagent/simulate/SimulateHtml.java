package org.throttleagent.simulate;

import java.util.Arrays;
import org.throttleagent.simulate.Summary.Figure;

/** A simulation as one page that needs nothing else: what each process got over time, and the table beside the other policies. */
final class SimulateHtml {
    private static final int BINS = 90;
    private static final int MOST_LINES = 12;
    /** Seeds for the table: enough to compare by. */
    private static final int SEEDS = 5;

    private static final String STYLE = "body{font:14px/1.45 system-ui,sans-serif;max-width:980px;margin:2em auto;"
            + "padding:0 1em;color:#222}h1{font-size:1.3em}figure{margin:1.2em 0}figcaption{font-weight:600}"
            + "svg{width:100%;height:auto}svg text{font-size:11px;fill:#666}.grid{stroke:#ddd;fill:none}"
            + ".line{fill:none;stroke-width:1.4}.ideal{fill:none;stroke:#222;stroke-dasharray:5 4}"
            + ".mark{stroke:#c22;stroke-width:1.6}table{border-collapse:collapse;font-size:13px}"
            + "td,th{padding:.25em .6em;text-align:right;border-bottom:1px solid #ddd}td{white-space:nowrap}"
            + "td:first-child,th:first-child{text-align:left}tr.this{background:#eef4fb}";

    private SimulateHtml() {}

    static String page(Scenario scenario, Summary summary) {
        Record run = summary.first();
        String name = scenario.policy.text();
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.append("<title>throttle simulation: ")
                .append(name)
                .append("</title><style>")
                .append(STYLE);
        page.append("</style></head><body>\n<h1>Throttle simulation: ")
                .append(name)
                .append("</h1>\n<p>");
        page.append(SimulateReport.describe(scenario)).append("</p>\n");
        page.append(rates(run)).append(waits(run)).append(levels(run));
        page.append("<p>Lines are processes");
        page.append(run.callers.get(run.callers.size() - 1).process >= MOST_LINES ? " (the first 12)" : "");
        page.append(", of the run with seed ")
                .append(scenario.firstSeed)
                .append(". Dashed: an equal share of what the");
        page.append(" server allows. Red: refusals, ").append(run.refusals()).append(" in all.</p>\n");
        return page.append(table(scenario)).append("</body></html>\n").toString();
    }

    private static int processes(Record run) {
        return run.callers.get(run.callers.size() - 1).process + 1;
    }

    private static int bin(Record run, long at) {
        return (int) Math.min(BINS - 1, at * BINS / run.endNanos());
    }

    private static double highest(double[][] lines) {
        double most = 0;
        for (double[] line : lines) {
            most = Math.max(most, Arrays.stream(line).max().orElse(0));
        }
        return most;
    }

    private static String rates(Record run) {
        double binSeconds = run.endNanos() / 1e9 / BINS;
        double[][] rates = new double[processes(run)][BINS];
        for (int i = 0; i < run.acceptedAt.size(); i++) {
            Caller caller = run.callers.get((int) run.acceptedBy.get(i));
            rates[caller.process][bin(run, run.acceptedAt.get(i))] += 1 / binSeconds;
        }
        double[] ideal = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            ideal[i] = share(run, (long) (run.endNanos() * (i + 0.5) / BINS));
        }
        double usual = Arrays.stream(ideal).max().orElse(1);
        SvgChart chart = new SvgChart(
                "Accepted requests per second", run.endNanos() / 1e9, Math.min(highest(rates), 4 * usual) * 1.05);
        for (int i = 0; i < Math.min(rates.length, MOST_LINES); i++) {
            chart.line(rates[i], i);
        }
        chart.ideal(ideal);
        for (int i = 0; i < run.refusedAt.size() && i < 2_000; i++) {
            chart.mark(run.refusedAt.get(i) / 1e9);
        }
        return chart.figure();
    }

    /** An equal share of what the server allows at an instant, in requests a second. */
    private static double share(Record run, long at) {
        double perSecond = Limit.perNano(run.scenario.rate) * 1e9;
        long present = run.scenario.processes;
        for (Scenario.Event event : run.scenario.events) {
            if (event.atNanos <= at) {
                present += event.change == Scenario.Change.JOIN ? event.amount : 0;
                present -= event.change == Scenario.Change.LEAVE ? event.amount : 0;
                perSecond = event.change == Scenario.Change.RATE ? Limit.perNano(event.rate) * 1e9 : perSecond;
            }
        }
        return perSecond / Math.max(1, present);
    }

    private static String waits(Record run) {
        double[][] waits = new double[processes(run)][BINS];
        for (int i = 0; i < run.acceptedAt.size(); i++) {
            int process = run.callers.get((int) run.acceptedBy.get(i)).process;
            int bin = bin(run, run.acceptedAt.get(i));
            waits[process][bin] = Math.max(waits[process][bin], run.waits.get(i) / 1e9);
        }
        SvgChart chart =
                new SvgChart("Longest wait of a call, in seconds", run.endNanos() / 1e9, highest(waits) * 1.05);
        for (int i = 0; i < Math.min(waits.length, MOST_LINES); i++) {
            chart.line(waits[i], i);
        }
        return chart.figure();
    }

    private static String levels(Record run) {
        double[] levels = Arrays.copyOf(run.levels, run.samples);
        double[][] one = {levels};
        SvgChart chart = new SvgChart(
                "Requests that the server had left", run.endNanos() / 1e9, Math.max(1, highest(one)) * 1.05);
        chart.line(levels, 0);
        return chart.figure();
    }

    private static String table(Scenario scenario) {
        Policy asked = scenario.policy;
        int seeds = scenario.seeds;
        StringBuilder table =
                new StringBuilder("<table><tr><th>mean of ").append(SEEDS).append(" seeds</th>");
        StringBuilder rows = new StringBuilder();
        scenario.seeds = SEEDS;
        for (Policy policy : Policy.values()) {
            scenario.policy = policy;
            Summary summary = Summary.of(scenario);
            rows.append(policy == asked ? "<tr class=\"this\"><td>" : "<tr><td>")
                    .append(policy.text())
                    .append("</td>");
            for (Figure figure : Figure.values()) {
                if (summary.applies(figure)) {
                    table.append(policy == Policy.AGENT ? "<th>" + figure.title + "</th>" : "");
                    rows.append("<td>")
                            .append(SimulateReport.value(figure, summary.mean(figure)))
                            .append("</td>");
                }
            }
            rows.append("</tr>\n");
        }
        scenario.policy = asked;
        scenario.seeds = seeds;
        return table.append("</tr>\n").append(rows).append("</table>\n").toString();
    }
}
