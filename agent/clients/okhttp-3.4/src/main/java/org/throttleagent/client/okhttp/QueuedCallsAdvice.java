package org.throttleagent.client.okhttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Lists the dispatcher's calls that wait with the agent among its queued ones. */
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.Dispatcher",
        method = "queuedCalls",
        descriptor = "()Ljava/util/List;",
        since = "3.4")
final class QueuedCallsAdvice {
    private QueuedCallsAdvice() {}

    @Advice.OnMethodExit
    static void exit(
            @Advice.This Object dispatcher,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object calls) {
        Object all = ThrottleGate.ask("okhttp/queued-calls", dispatcher, calls);
        if (all != null) {
            calls = all;
        }
    }
}
