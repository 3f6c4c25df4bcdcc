package org.throttleagent.client.okhttp;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Counts the dispatcher's calls that wait with the agent among its running ones. */
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.Dispatcher",
        method = "runningCallsCount",
        descriptor = "()I",
        since = "3.4")
final class RunningCountAdvice {
    private RunningCountAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object dispatcher, @Advice.Return(readOnly = false) int count) {
        Object more = ThrottleGate.ask("okhttp/running-count", dispatcher, null);
        if (more != null) {
            count += (Integer) more;
        }
    }
}
