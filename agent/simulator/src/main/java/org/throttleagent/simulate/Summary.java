package org.throttleagent.simulate;

import java.util.ArrayList;
import java.util.List;

/** What many runs of one scenario showed: the mean and the worst of each figure over the seeds. */
final class Summary {
    /** One figure. */
    enum Figure {
        RETRY_RATIO("retryRatio", "retry ratio", "%", 100, false),
        REFUSALS("refusals", "refusals", "", 1, false),
        WAIT_P50("waitP50Seconds", "wait of a call, median", "s", 1, false),
        WAIT_P99("waitP99Seconds", "wait of a call, 99 %", "s", 1, false),
        WAIT_MAX("waitMaxSeconds", "wait of a call, longest", "s", 1, false),
        REQUEST_STDEV("requestStdev", "requests of a thread, stdev", "", 1, false),
        JAIN("jain", "Jain's fairness index", "", 1, true),
        UTILISATION("utilisation", "utilisation", "%", 100, true),
        CLEAR("clearSeconds", "time to clear", "s", 1, false),
        SETTLE("settleSeconds", "time to settle", "s", 1, false);

        final String key;
        final String title;
        final String unit;
        final int factor;
        final boolean moreIsBetter;

        Figure(String key, String title, String unit, int factor, boolean moreIsBetter) {
            this.key = key;
            this.title = title;
            this.unit = unit;
            this.factor = factor;
            this.moreIsBetter = moreIsBetter;
        }

        double of(Record run) {
            switch (this) {
                case RETRY_RATIO:
                    return run.retryRatio();
                case REFUSALS:
                    return run.refusals();
                case WAIT_P50:
                    return run.waitSeconds(0.5);
                case WAIT_P99:
                    return run.waitSeconds(0.99);
                case WAIT_MAX:
                    return run.waitSeconds(1);
                case REQUEST_STDEV:
                    return run.requestStdev();
                case JAIN:
                    return run.jain();
                case UTILISATION:
                    return run.utilisation();
                case CLEAR:
                    return run.clearSeconds();
                default:
                    return Settling.seconds(run);
            }
        }
    }

    private final double[] sums = new double[Figure.values().length];
    private final double[] worst = new double[Figure.values().length];
    private final List<Record> kept = new ArrayList<>();
    private int runs;

    /** Runs a scenario with each of its seeds. */
    static Summary of(Scenario scenario) {
        Summary summary = new Summary();
        for (int i = 0; i < scenario.seeds; i++) {
            summary.add(new World(scenario, scenario.firstSeed + i).run());
        }
        return summary;
    }

    private void add(Record run) {
        for (Figure figure : Figure.values()) {
            int at = figure.ordinal();
            double value = figure.of(run);
            boolean worse = runs == 0 || (figure.moreIsBetter ? value < worst[at] : value > worst[at]);
            sums[at] += value;
            worst[at] = worse ? value : worst[at];
        }
        if (runs == 0) {
            kept.add(run);
        }
        runs++;
    }

    /** Whether the figure says something about this scenario. */
    boolean applies(Figure figure) {
        return worst[figure.ordinal()] >= 0;
    }

    double mean(Figure figure) {
        return sums[figure.ordinal()] / runs;
    }

    double worst(Figure figure) {
        return worst[figure.ordinal()];
    }

    /** The run with the first seed. */
    Record first() {
        return kept.get(0);
    }
}
