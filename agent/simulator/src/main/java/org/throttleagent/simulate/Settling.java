package org.throttleagent.simulate;

import java.util.Arrays;

/**
 * How long it takes after a change until what gets through fits again: until the next 60 seconds, or the next 30 requests of the
 * new rate if those take longer, carry it within 15 %, and at most 1 % of them are refused.
 */
final class Settling {
    private static final double TOLERANCE = 0.15;
    private static final double REFUSED = 0.01;
    private static final long LOOK_NANOS = 60_000_000_000L;
    private static final int LOOK_REQUESTS = 30;
    private static final long STEP_NANOS = 1_000_000_000L;

    private final long[] accepted;
    private final long[] refused;
    private final Record run;

    private Settling(Record run) {
        this.run = run;
        this.accepted = run.acceptedAt.toArray();
        this.refused = run.refusedAt.toArray();
        Arrays.sort(accepted);
        Arrays.sort(refused);
    }

    /**
     * Seconds after the change that took longest; what was left of the run if that was not enough; -1 if nothing changed. After
     * an outage the time begins with its end.
     */
    static double seconds(Record run) {
        if (run.scenario.events.isEmpty() || run.scenario.demand != null) {
            return -1;
        }
        Settling settling = new Settling(run);
        double longest = -1;
        double perNano = Limit.perNano(run.scenario.rate);
        for (Scenario.Event event : run.scenario.events) {
            long from = event.atNanos;
            if (event.change == Scenario.Change.RATE) {
                perNano = Limit.perNano(event.rate);
            } else if (event.change == Scenario.Change.OUTAGE) {
                from += event.amount;
            }
            longest = Math.max(longest, settling.after(from, perNano) / 1e9);
        }
        return longest;
    }

    private long after(long change, double perNano) {
        long look = (long) Math.max(LOOK_NANOS, LOOK_REQUESTS / perNano);
        for (long from = change; from + look <= run.endNanos(); from += STEP_NANOS) {
            int carried = count(accepted, from, from + look);
            int turnedAway = count(refused, from, from + look);
            double wanted = look * perNano;
            if (Math.abs(carried - wanted) <= TOLERANCE * wanted && turnedAway <= REFUSED * (carried + turnedAway)) {
                return from - change;
            }
        }
        return Math.max(0, run.endNanos() - change);
    }

    private static int count(long[] sorted, long from, long to) {
        return place(sorted, to) - place(sorted, from);
    }

    private static int place(long[] sorted, long instant) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
