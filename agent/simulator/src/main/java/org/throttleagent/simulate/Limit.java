package org.throttleagent.simulate;

import org.throttleagent.rule.Rate;

/** The limit of a simulated server: how many requests it takes. Instants are nanoseconds since the run began. */
abstract class Limit {
    /** Takes a request, or refuses it. */
    abstract boolean take(long now);

    /** How many requests may go now; a fraction of one is on its way. */
    abstract double level(long now);

    /** Requests that may go at once at most, as a header says it. */
    abstract long limit();

    /** Nanoseconds until a request may go again that is refused now. */
    abstract long untilNext(long now);

    /** Nanoseconds until all of it may be used again. */
    abstract long untilReset(long now);

    /** From now on another rate. */
    abstract void change(Rate rate, long now);

    /** How many requests could have gone in all until now, had none come too late. */
    abstract double possible(long now);

    static Limit of(Scenario scenario) {
        switch (scenario.kind) {
            case GCRA:
            case TOKEN_BUCKET:
                return new Bucket(scenario);
            case DECREASE_ONLY:
                return new Counter(scenario.startTokens());
            case FIXED_WINDOW:
                return new FixedWindow(scenario);
            default:
                return new SlidingWindow(scenario);
        }
    }

    /**
     * A token bucket, which is GCRA seen from the other side. With {@link Scenario.Kind#GCRA} time stands still for it before
     * the first request, as it does for the server of Heroku's rate_throttle_client 0.1.2 (servers/gcra).
     */
    private static final class Bucket extends Limit {
        private final long burst;
        private final double start;
        private double tokens;
        private double perNano;
        private long at;
        private boolean began;
        private double offered;
        private long offeredAt;

        Bucket(Scenario scenario) {
            burst = scenario.burst;
            start = scenario.startTokens();
            tokens = start;
            began = scenario.kind == Scenario.Kind.TOKEN_BUCKET;
            perNano = perNano(scenario.rate);
        }

        private void refill(long now) {
            if (!began) {
                began = true;
                at = now;
            }
            tokens = Math.min(burst, tokens + (now - at) * perNano);
            at = now;
        }

        @Override
        boolean take(long now) {
            refill(now);
            boolean room = tokens >= 1;
            tokens -= room ? 1 : 0;
            return room;
        }

        @Override
        double level(long now) {
            return began ? Math.min(burst, tokens + (now - at) * perNano) : tokens;
        }

        @Override
        long limit() {
            return burst;
        }

        @Override
        long untilNext(long now) {
            return (long) Math.ceil(Math.max(0, 1 - level(now)) / perNano);
        }

        @Override
        long untilReset(long now) {
            return (long) Math.ceil((burst - level(now)) / perNano);
        }

        @Override
        void change(Rate rate, long now) {
            refill(now);
            offered += (now - offeredAt) * perNano;
            offeredAt = now;
            perNano = perNano(rate);
        }

        @Override
        double possible(long now) {
            return start + offered + (now - offeredAt) * perNano;
        }
    }

    /** So many and no more: the server servers/decrease_only of rate_throttle_client. */
    private static final class Counter extends Limit {
        private final long start;
        private long left;

        Counter(long start) {
            this.start = start;
            this.left = start;
        }

        @Override
        boolean take(long now) {
            return left > 0 && left-- > 0;
        }

        @Override
        double level(long now) {
            return left;
        }

        @Override
        long limit() {
            return start;
        }

        @Override
        long untilNext(long now) {
            return 3_600_000_000_000L;
        }

        @Override
        long untilReset(long now) {
            return 3_600_000_000_000L;
        }

        @Override
        void change(Rate rate, long now) {
            // it has none
        }

        @Override
        double possible(long now) {
            return start;
        }
    }

    static double perNano(Rate rate) {
        return (double) rate.permits() / rate.periodNanos();
    }
}
