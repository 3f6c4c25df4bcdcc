package org.throttleagent.runtime;

import org.throttleagent.runtime.client.HookFailures;
import org.throttleagent.runtime.log.ThrottleLog;

/** Says that a hook failed. The application has gone on as if the agent were not there. */
final class FailureLog implements HookFailures.Listener {
    private final ThrottleLog log;

    FailureLog(ThrottleLog log) {
        this.log = log;
    }

    @Override
    public void failed(String hook, Throwable error) {
        log.error(log.line("agent_error")
                .put("hook", hook)
                .put("error", error.toString())
                .put("effect", "the request went on unthrottled")
                .put("trace", log.trace(error)));
    }

    @Override
    public void switchedOff(String hook, Throwable error) {
        log.error(log.line("hook_off")
                .put("hook", hook)
                .put("error", error.toString())
                .put("effect", "failed ten times within a minute and is switched off"));
    }
}
