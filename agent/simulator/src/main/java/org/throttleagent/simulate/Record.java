package org.throttleagent.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What happened in a run. */
final class Record {
    /** Into how many steps a run is cut, for the picture. */
    static final int SAMPLES = 360;

    /** A run is over after so many refusals: nothing new will be learned of it. */
    private static final int ENOUGH_REFUSALS = 200_000;

    final Scenario scenario;
    final List<Caller> callers = new ArrayList<>();
    /** When each of them joined, and left. */
    private final List<long[]> presence = new ArrayList<>();

    /** When requests were accepted: the instants at which they left. In the order of the answers. */
    final Longs acceptedAt = new Longs();
    /** Whose they were, and how long their calls had waited. */
    final Longs acceptedBy = new Longs();

    final Longs waits = new Longs();
    final Longs refusedAt = new Longs();
    final Longs refusedBy = new Longs();
    final double[] levels = new double[SAMPLES];
    int samples;
    private int deliveredRefusals;
    private long endNanos;
    private double possible;
    private long clearNanos = -1;

    Record(Scenario scenario) {
        this.scenario = scenario;
    }

    Caller joined(int process, ClientProcess client, long now) {
        Caller caller = new Caller(callers.size(), process, client);
        callers.add(caller);
        presence.add(new long[] {now, Long.MAX_VALUE});
        return caller;
    }

    void left(int process, long now) {
        for (int i = 0; i < callers.size(); i++) {
            if (callers.get(i).process == process) {
                presence.get(i)[1] = now;
            }
        }
    }

    void level(double level) {
        levels[samples++] = level;
    }

    void accepted(Caller caller) {
        caller.accepted++;
        acceptedAt.add(caller.sentAt);
        acceptedBy.add(caller.number);
        waits.add(caller.sentAt - caller.callBegan);
        long wanted = scenario.calls > 0
                ? scenario.calls
                : scenario.kind == Scenario.Kind.DECREASE_ONLY ? scenario.startTokens() : Long.MAX_VALUE;
        if (acceptedAt.size() == wanted) {
            clearNanos = caller.sentAt;
        }
    }

    void refused(Caller caller, long now) {
        refusedAt.add(now);
        refusedBy.add(caller.number);
    }

    /** The application was given an answer that was not what it wanted. */
    void delivered() {
        deliveredRefusals++;
    }

    /** Whether there is no need to go on. */
    boolean over() {
        return clearNanos >= 0 || refusedAt.size() > ENOUGH_REFUSALS;
    }

    Record finished(long now, double possibleRequests) {
        endNanos = clearNanos >= 0 ? clearNanos : now;
        possible = possibleRequests;
        for (int i = 0; i < callers.size(); i++) {
            Caller caller = callers.get(i);
            if (caller.callBegan >= 0 && presence.get(i)[1] > now && clearNanos < 0) {
                waits.add((caller.inFlight ? caller.sentAt : now) - caller.callBegan);
            }
        }
        return this;
    }

    int refusals() {
        return refusedAt.size();
    }

    int deliveredRefusals() {
        return deliveredRefusals;
    }

    int requests() {
        int all = 0;
        for (Caller caller : callers) {
            all += caller.requests;
        }
        return all;
    }

    double retryRatio() {
        int requests = requests();
        return requests == 0 ? 0 : (double) refusals() / requests;
    }

    /** A percentile of the calls' waits in seconds; 1 for the longest. */
    double waitSeconds(double share) {
        long[] sorted = waits.toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e9;
    }

    /** The sample standard deviation of the threads' request counts, retries included, as the gem has it. */
    double requestStdev() {
        int n = callers.size();
        double mean = (double) requests() / n;
        double sum = 0;
        for (Caller caller : callers) {
            sum += (caller.requests - mean) * (caller.requests - mean);
        }
        return n < 2 ? 0 : Math.sqrt(sum / (n - 1));
    }

    /** Jain's index of the accepted requests of the threads that were there all the time, between two instants. */
    double jain(long from, long to) {
        double[] counts = new double[callers.size()];
        for (int i = 0; i < acceptedAt.size(); i++) {
            if (acceptedAt.get(i) >= from && acceptedAt.get(i) < to) {
                counts[(int) acceptedBy.get(i)]++;
            }
        }
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int i = 0; i < counts.length; i++) {
            if (presence.get(i)[0] <= from && presence.get(i)[1] >= to) {
                sum += counts[i];
                squares += counts[i] * counts[i];
                n++;
            }
        }
        return squares == 0 ? 1 : sum * sum / (n * squares);
    }

    /** Jain's index; where processes join or leave, of the minutes 5 to 15 after the last time. */
    double jain() {
        long from = 0;
        long to = endNanos;
        for (Scenario.Event event : scenario.events) {
            if (event.change == Scenario.Change.JOIN || event.change == Scenario.Change.LEAVE) {
                from = Math.max(from, event.atNanos + 300_000_000_000L);
                to = Math.min(endNanos, from + 600_000_000_000L);
            }
        }
        return jain(Math.min(from, endNanos), to);
    }

    /** Accepted requests as a share of those that the server and the demand had room for. */
    double utilisation() {
        double most = Math.min(possible, closedLoop());
        if (scenario.demand != null) {
            most = Math.min(most, Limit.perNano(scenario.demand) * endNanos);
        }
        if (scenario.calls > 0) {
            most = Math.min(most, scenario.calls);
        }
        return most <= 0 ? 1 : Math.min(1, acceptedAt.size() / most);
    }

    /** Requests that the threads could make one after the other without ever waiting. */
    private double closedLoop() {
        double roundTrips = 0;
        for (long[] stay : presence) {
            roundTrips += Math.min(stay[1], endNanos) - stay[0];
        }
        return presence.size() + 2 * roundTrips / Math.max(1, scenario.leastRttNanos + scenario.mostRttNanos);
    }

    /** Seconds until all there was is used, or all calls are made; -1 where it does not apply or did not happen. */
    double clearSeconds() {
        return clearNanos < 0 ? -1 : clearNanos / 1e9;
    }

    long endNanos() {
        return endNanos;
    }
}
