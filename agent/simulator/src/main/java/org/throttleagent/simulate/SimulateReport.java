package org.throttleagent.simulate;

import java.util.Locale;
import org.throttleagent.rule.TimeSpans;
import org.throttleagent.simulate.Summary.Figure;

/** What a simulation showed, for people and for programs. */
final class SimulateReport {
    private SimulateReport() {}

    static String text(Scenario scenario, Summary summary) {
        StringBuilder text = new StringBuilder(describe(scenario))
                .append("\n\n")
                .append(String.format(Locale.ROOT, "%-28s %12s %12s%n", "", "mean", "worst"));
        for (Figure figure : Figure.values()) {
            if (summary.applies(figure)) {
                text.append(String.format(
                        Locale.ROOT,
                        "%-28s %12s %12s%n",
                        figure.title,
                        value(figure, summary.mean(figure)),
                        value(figure, summary.worst(figure))));
            }
        }
        return text.toString();
    }

    /** A figure with its unit, in as many digits as it is good for. */
    static String value(Figure figure, double value) {
        double shown = value * figure.factor;
        String number;
        if (figure == Figure.REFUSALS) {
            number = String.format(Locale.ROOT, shown == Math.rint(shown) ? "%.0f" : "%.1f", shown);
        } else if (figure == Figure.JAIN) {
            number = String.format(Locale.ROOT, "%.5f", shown);
        } else {
            number = String.format(Locale.ROOT, "%.2f", shown);
        }
        return figure.unit.isEmpty() ? number : number + " " + figure.unit;
    }

    static String describe(Scenario s) {
        StringBuilder text = new StringBuilder();
        text.append(s.policy.text()).append(": ");
        text.append(s.processes).append(" x ").append(s.threads).append(" threads");
        text.append(s.demand == null ? ", each call after the other" : ", " + s.demand + " calls in all");
        text.append("; server ").append(s.kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (s.kind != Scenario.Kind.DECREASE_ONLY) {
            text.append(' ').append(s.rate);
        }
        boolean bucket = s.kind == Scenario.Kind.GCRA || s.kind == Scenario.Kind.TOKEN_BUCKET;
        text.append(bucket ? ", burst " + s.burst : "")
                .append(", ")
                .append(s.startTokens())
                .append(" to begin with");
        text.append("; headers ")
                .append(s.headers.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        text.append("; round trip ").append(TimeSpans.format(s.leastRttNanos));
        text.append(s.mostRttNanos > s.leastRttNanos ? " to " + TimeSpans.format(s.mostRttNanos) : "");
        text.append("; prior ").append(s.prior == null ? "none" : s.prior.toString());
        text.append("; max-wait ").append(s.maxWaitNanos == 0 ? "none" : TimeSpans.format(s.maxWaitNanos));
        for (Scenario.Event event : s.events) {
            text.append("; at ")
                    .append(TimeSpans.format(event.atNanos))
                    .append(' ')
                    .append(inWords(event));
        }
        text.append("; ").append(TimeSpans.format(s.durationNanos)).append(", ");
        return text.append(s.seeds).append(s.seeds == 1 ? " seed" : " seeds").toString();
    }

    private static String inWords(Scenario.Event event) {
        switch (event.change) {
            case RATE:
                return "the rate becomes " + event.rate;
            case JOIN:
                return event.amount + " join";
            case LEAVE:
                return event.amount + " leave";
            default:
                return "an outage of " + TimeSpans.format(event.amount);
        }
    }

    /** One object on one line; ratios are fractions of one, and what does not apply is null. */
    static String json(Summary summary) {
        StringBuilder json = new StringBuilder("{");
        for (Figure figure : Figure.values()) {
            json.append(json.length() == 1 ? "" : ",")
                    .append('"')
                    .append(figure.key)
                    .append("\":");
            if (summary.applies(figure)) {
                json.append("{\"mean\":").append(number(summary.mean(figure)));
                json.append(",\"worst\":").append(number(summary.worst(figure))).append('}');
            } else {
                json.append("null");
            }
        }
        return json.append('}').toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
