package org.throttleagent.simulate;

import java.util.Random;
import org.throttleagent.rule.Rate;
import org.throttleagent.simulate.Scenario.Headers;
import org.throttleagent.simulate.Scenario.Kind;

/** Servers and fleets of any kind, one for each seed. Odd seeds are for tuning, even ones for judging. */
final class RandomServers {
    private static final long SECOND = 1_000_000_000L;
    private static final long MOST_REQUESTS = 20_000;

    private RandomServers() {}

    static Scenario of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Scenario s = new Scenario();
        s.firstSeed = seed;
        s.seeds = 1;
        double perSecond = between(random, 0.01, 1000);
        s.burst = Math.round(between(random, 1, 10_000));
        Kind[] kinds = {Kind.GCRA, Kind.TOKEN_BUCKET, Kind.FIXED_WINDOW, Kind.SLIDING_WINDOW};
        s.kind = kinds[random.nextInt(kinds.length)];
        s.headers = Headers.values()[random.nextInt(Headers.values().length)];
        boolean window = s.kind == Kind.FIXED_WINDOW || s.kind == Kind.SLIDING_WINDOW;
        s.rate = window
                ? Rate.of(s.burst, Math.max(s.burst, (long) (s.burst / perSecond * 1e9)))
                : Rate.of(1, Math.max(1, (long) (1e9 / perSecond)));
        s.start = window ? s.burst : random.nextBoolean() ? 0 : s.burst;
        s.leastRttNanos = (long) (between(random, 0.001, 2) * SECOND);
        s.mostRttNanos = random.nextBoolean() ? s.leastRttNanos : 2 * s.leastRttNanos;
        s.threads = (int) Math.round(between(random, 1, 200));
        s.processes = (int) Math.round(between(random, 1, 20));
        double[] wrong = {0, 0, 1, 4, 0.25, 16, 1.0 / 16};
        double factor = wrong[random.nextInt(wrong.length)];
        s.prior = factor == 0 ? null : Rate.of(1, Math.max(1, (long) (1e9 / perSecond / factor)));
        double callers = (double) s.threads * s.processes;
        double requests = Math.min(MOST_REQUESTS, Math.max(500, 4 * callers) + s.burst);
        double seconds = Math.max(60, Math.max(requests / perSecond, window ? 3 * s.burst / perSecond : 0));
        s.durationNanos = (long) (Math.min(seconds, 30 * 86_400.0) * SECOND);
        return s;
    }

    /**
     * The wait of a call where all callers take turns, in seconds; not less than the second in which headers count, and where the
     * limit is a window, not less than the window, since that is how long nothing goes once it is used up.
     */
    static double idealSeconds(Scenario s) {
        double turns = s.threads * s.processes / (Limit.perNano(s.rate) * SECOND);
        boolean window = s.kind == Kind.FIXED_WINDOW || s.kind == Kind.SLIDING_WINDOW;
        return Math.max(turns, window ? Math.max(1, s.rate.periodNanos() / (double) SECOND) : 1);
    }

    private static double between(Random random, double least, double most) {
        return least * Math.exp(random.nextDouble() * Math.log(most / least));
    }
}
