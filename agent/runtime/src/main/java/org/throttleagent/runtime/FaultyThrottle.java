package org.throttleagent.runtime;

import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.ThrottledCall;

/** Stands in for the engine where a test wants to see what an application makes of an agent that fails at every call. */
final class FaultyThrottle implements Throttle {
    /** The system property that puts it in place. */
    static final String PROPERTY = "throttle.test.faulty-engine";

    @Override
    public ThrottledCall newCall() {
        throw new IllegalStateException("the engine fails because " + PROPERTY + " asks it to");
    }
}
