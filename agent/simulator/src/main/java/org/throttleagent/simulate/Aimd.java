package org.throttleagent.simulate;

/**
 * Additive increase, multiplicative decrease, as plain as it gets: a process spaces its requests by a rate that begins at 10/s,
 * grows by 0.02/s each second, and is halved by a refusal, once for all that were under way. From D. Chiu and R. Jain, "Analysis
 * of the Increase and Decrease Algorithms for Congestion Avoidance in Computer Networks" (1989).
 */
final class Aimd implements PeerProcess.Formula {
    private static final double INCREASE_PER_SECOND = 0.02;
    private static final double LEAST_RATE = 1e-4;

    private double rate = 10;
    private long grewAt;
    private long cutAt = -1;
    private long nextNanos;

    @Override
    public long beforeCall(Caller caller, long now) {
        return slot(now);
    }

    @Override
    public long afterRefusal(Caller caller, long now) {
        if (caller.sentAt > cutAt) {
            rate = Math.max(LEAST_RATE, rate / 2);
            cutAt = now;
            grewAt = now;
        }
        return slot(now);
    }

    @Override
    public void accepted(Caller caller, Reply reply, long now) {
        rate += INCREASE_PER_SECOND * (now - grewAt) / 1e9;
        grewAt = now;
    }

    private long slot(long now) {
        long at = Math.max(now, nextNanos);
        nextNanos = at + World.nanos(1 / rate);
        return at - now;
    }
}
