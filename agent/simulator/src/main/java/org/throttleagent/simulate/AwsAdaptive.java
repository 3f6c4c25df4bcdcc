package org.throttleagent.simulate;

import java.util.SplittableRandom;

/**
 * Adaptive retry mode of the AWS SDKs: a token bucket in the client whose fill rate follows CUBIC, and full-jitter exponential
 * back-off on top. From the description and constants in the AWS SDKs and Tools Reference Guide, "Retry behavior", and of {@code
 * RateLimitingTokenBucket} in the SDK for Java 2.x: beta 0.7, scale 0.4, smoothing 0.8, at least 0.5 requests a second, twice the
 * measured rate at most, back-off up to 20 s. Here a call is tried until it is accepted.
 */
final class AwsAdaptive implements PeerProcess.Formula {
    private static final double BETA = 0.7;
    private static final double SCALE = 0.4;
    private static final double SMOOTHING = 0.8;
    private static final double LEAST_FILL_RATE = 0.5;
    private static final double LONGEST_BACKOFF_SECONDS = 20;

    private final SplittableRandom random;
    private boolean enabled;
    private double fillRate;
    private double mostTokens;
    private double tokens;
    private double filledAt;
    private double measuredRate;
    private double measuredAt;
    private long measuredCount;
    private double lastMostRate;
    private double lastThrottledAt;

    AwsAdaptive(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public long beforeCall(Caller caller, long now) {
        return acquire(now / 1e9);
    }

    @Override
    public long afterRefusal(Caller caller, long now) {
        double seconds = now / 1e9;
        update(seconds, true);
        double backoff = Math.min(LONGEST_BACKOFF_SECONDS, Math.pow(2, Math.min(30, Math.max(0, caller.refusals - 1))));
        double pause = backoff * random.nextDouble();
        return World.nanos(pause) + acquire(seconds + pause);
    }

    @Override
    public void accepted(Caller caller, Reply reply, long now) {
        update(now / 1e9, false);
    }

    private long acquire(double seconds) {
        if (!enabled) {
            return 0;
        }
        fill(seconds);
        tokens -= 1;
        return tokens >= 0 ? 0 : World.nanos(-tokens / fillRate);
    }

    private void fill(double seconds) {
        tokens = Math.min(mostTokens, tokens + Math.max(0, seconds - filledAt) * fillRate);
        filledAt = Math.max(filledAt, seconds);
    }

    private void update(double seconds, boolean throttled) {
        measure(seconds);
        double rate;
        if (throttled) {
            double used = enabled ? Math.min(measuredRate, fillRate) : measuredRate;
            lastMostRate = used;
            lastThrottledAt = seconds;
            rate = used * BETA;
            enabled = true;
        } else {
            double window = Math.cbrt(lastMostRate * (1 - BETA) / SCALE);
            rate = SCALE * Math.pow(seconds - lastThrottledAt - window, 3) + lastMostRate;
        }
        fill(seconds);
        fillRate = Math.max(Math.min(rate, 2 * measuredRate), LEAST_FILL_RATE);
        mostTokens = Math.max(fillRate, 1);
        tokens = Math.min(tokens, mostTokens);
    }

    private void measure(double seconds) {
        double half = Math.floor(seconds * 2) / 2;
        measuredCount++;
        if (half > measuredAt) {
            double rate = measuredCount / (half - measuredAt);
            measuredRate = rate * SMOOTHING + measuredRate * (1 - SMOOTHING);
            measuredCount = 0;
            measuredAt = half;
        }
    }
}
