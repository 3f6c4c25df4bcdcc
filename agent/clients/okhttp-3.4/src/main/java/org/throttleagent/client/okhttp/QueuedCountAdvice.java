package org.throttleagent.client.okhttp;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Counts the dispatcher's calls that wait with the agent among its queued ones. */
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.Dispatcher",
        method = "queuedCallsCount",
        descriptor = "()I",
        since = "3.4")
final class QueuedCountAdvice {
    private QueuedCountAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object dispatcher, @Advice.Return(readOnly = false) int count) {
        Object more = ThrottleGate.ask("okhttp/queued-count", dispatcher, null);
        if (more != null) {
            count += (Integer) more;
        }
    }
}
