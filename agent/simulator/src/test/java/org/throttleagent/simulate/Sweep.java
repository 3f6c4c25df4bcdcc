package org.throttleagent.simulate;

import java.util.Locale;

/** What a policy makes of many random servers. */
final class Sweep {
    static final String HEAD =
            "| policy | servers | retries, mean | utilisation under 85 % | a call waits over 20 x the ideal"
                    + " | p99 over 20 x | stuck | utilisation, mean | Jain, mean |\n|---|---|---|---|---|---|---|---|---|\n";

    private final Policy policy;
    private int servers;
    private double retries;
    private double utilisation;
    private double jain;
    private int idle;
    private int late;
    private int oftenLate;
    private int stuck;

    private Sweep(Policy policy) {
        this.policy = policy;
    }

    /** Every second seed from the first on. */
    static Sweep of(Policy policy, long first, int count) {
        Sweep sweep = new Sweep(policy);
        for (int i = 0; i < count; i++) {
            Scenario scenario = RandomServers.of(first + 2L * i);
            scenario.policy = policy;
            sweep.add(new World(scenario, scenario.firstSeed).run());
        }
        return sweep;
    }

    private void add(Record run) {
        double most = 20 * RandomServers.idealSeconds(run.scenario);
        servers++;
        retries += run.retryRatio();
        utilisation += run.utilisation();
        jain += run.jain();
        idle += run.utilisation() < 0.85 ? 1 : 0;
        late += run.waitSeconds(1) > most ? 1 : 0;
        oftenLate += run.waitSeconds(0.99) > most ? 1 : 0;
        int accepted = run.acceptedAt.size();
        boolean silent = accepted == 0 || run.acceptedAt.get(accepted - 1) < run.endNanos() / 2;
        stuck += silent && run.endNanos() >= run.scenario.durationNanos ? 1 : 0;
    }

    double retryRatio() {
        return retries / servers;
    }

    int stuck() {
        return stuck;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f%% | %d | %d | %d | %d | %.1f%% | %.3f |%n",
                policy.text(),
                servers,
                100 * retries / servers,
                idle,
                late,
                oftenLate,
                stuck,
                100 * utilisation / servers,
                jain / servers);
    }
}
