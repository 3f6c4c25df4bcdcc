package org.throttleagent.client.httpclient4;

import org.throttleagent.gate.Throttle;

/** The parts of one adapter, as they know each other. */
final class Parts {
    final Frames frames;
    final Waits waits = new Waits();
    final Attempts attempts;
    final Resends resends;

    Parts(Throttle throttle) {
        frames = new Frames(throttle);
        attempts = new Attempts(frames, waits);
        resends = new Resends(frames);
    }
}
