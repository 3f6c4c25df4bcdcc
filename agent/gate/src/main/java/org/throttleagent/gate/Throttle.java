package org.throttleagent.gate;

/** The agent, as a client adapter sees it. */
public interface Throttle {
    /** Begins a logical call of the application: one object for all of its attempts, redirects and authentication legs. */
    ThrottledCall newCall();
}
