package org.throttleagent.runtime;

import org.throttleagent.Engine;
import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.ThrottledCall;

/** The engine as the adapter of one client sees it. */
final class EngineThrottle implements Throttle {
    private final Engine engine;
    private final String client;
    private final Timer timer;

    EngineThrottle(Engine engine, String client, Timer timer) {
        this.engine = engine;
        this.client = client;
        this.timer = timer;
    }

    @Override
    public ThrottledCall newCall() {
        return new RuntimeCall(engine.newCall(client), timer);
    }
}
