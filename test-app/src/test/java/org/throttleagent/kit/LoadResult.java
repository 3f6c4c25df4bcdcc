package org.throttleagent.kit;

import java.util.List;
import java.util.Locale;

/**
 * What a load test measured.
 *
 * @param grants when requests were let go, sorted; nanoseconds of the monotonic clock, as all here
 * @param arrivals when they came to the server, sorted
 * @param stalls from when to when the machine kept a thread of the loaded JVM from running that has nothing to do with the agent
 * @param rate requests per second, as the rule has it
 * @param catchUpSeconds how late a request may go without loss
 */
record LoadResult(long[] grants, long[] arrivals, List<List<Number>> stalls, int rate, double catchUpSeconds) {
    /*
     * A request that is let go later than it may catch up is lost to the rate, whoever made it late. Only so much of that is
     * forgiven as the machine can be shown to have caused: the time in which it did not run another thread of the same JVM
     * either.
     */

    @SuppressWarnings("unchecked")
    static LoadResult of(Outcome outcome, int rate, double catchUpSeconds) {
        return new LoadResult(
                outcome.log().grants(outcome.servers().get(0).port()).stream()
                        .mapToLong(Long::longValue)
                        .toArray(),
                outcome.seen().stream().mapToLong(Seen::nanoTime).sorted().toArray(),
                (List<List<Number>>) outcome.value("stalls"),
                rate,
                catchUpSeconds);
    }

    double worstGrants() {
        return worstBurst(grants);
    }

    double worstArrivals() {
        return worstBurst(arrivals);
    }

    /**
     * By how much the worst of all windows, of whatever length, holds more than the rate allows, in seconds of the rate. For a
     * window from instant i to instant j that is {@code (j - i) / rate - (t[j] - t[i])}.
     */
    private double worstBurst(long[] sorted) {
        double worst = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < sorted.length; i++) {
            double ahead = i / (double) rate - (sorted[i] - sorted[0]) / 1e9;
            least = Math.min(least, ahead);
            worst = Math.max(worst, ahead - least);
        }
        return worst;
    }

    /** Requests per second, as the clock on the wall has it. */
    double achievedRate() {
        return (grants.length - 1) / elapsedSeconds();
    }

    /** Requests per second of the time that is left without what the machine is to blame for. */
    double rateWhileRun() {
        return (grants.length - 1) / (elapsedSeconds() - forgivenSeconds());
    }

    double longestStall() {
        return stalls.stream().mapToDouble(LoadResult::seconds).max().orElse(0);
    }

    private double elapsedSeconds() {
        return (grants[grants.length - 1] - grants[0]) / 1e9;
    }

    private double forgivenSeconds() {
        double forgiven = 0;
        double due = grants[0] / 1e9;
        for (int i = 0; i < grants.length; i++) {
            double at = grants[i] / 1e9;
            double lost = Math.max(0, at - due - catchUpSeconds);
            forgiven += Math.min(lost, i == 0 ? 0 : stalledSeconds(grants[i - 1], grants[i]));
            due = Math.max(due, at - catchUpSeconds) + 1.0 / rate;
        }
        return forgiven;
    }

    private double stalledSeconds(long from, long to) {
        return stalls.stream()
                .mapToDouble(stall -> (Math.min(to, stall.get(1).longValue())
                                - Math.max(from, stall.get(0).longValue()))
                        / 1e9)
                .filter(seconds -> seconds > 0)
                .sum();
    }

    private static double seconds(List<Number> stall) {
        return (stall.get(1).longValue() - stall.get(0).longValue()) / 1e9;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "grants=%d arrivals=%d rate=%.2f/s rate_while_run=%.2f/s worst_grants=%.1fms worst_arrivals=%.1fms"
                        + " stalls=%d longest_stall=%.1fms",
                grants.length,
                arrivals.length,
                achievedRate(),
                rateWhileRun(),
                worstGrants() * 1e3,
                worstArrivals() * 1e3,
                stalls.size(),
                longestStall() * 1e3);
    }
}
