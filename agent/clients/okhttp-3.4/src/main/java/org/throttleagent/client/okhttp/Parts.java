package org.throttleagent.client.okhttp;

import org.throttleagent.gate.Throttle;

/** The parts of one adapter, as they know each other. */
final class Parts {
    final Frames frames;
    final Waits waits;
    final Attempts attempts;
    final FollowUps followUps;
    final EnqueuedCalls enqueued;

    Parts(Throttle throttle) {
        Bodies bodies = new Bodies();
        Timeouts timeouts = new Timeouts();
        Slots slots = new Slots();
        frames = new Frames(throttle);
        waits = new Waits(slots);
        attempts = new Attempts(throttle, frames, waits, bodies, timeouts);
        followUps = new FollowUps(frames, bodies);
        enqueued = new EnqueuedCalls(throttle, frames, waits, slots, bodies);
    }
}
