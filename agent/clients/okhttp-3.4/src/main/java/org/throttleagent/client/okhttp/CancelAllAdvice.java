package org.throttleagent.client.okhttp;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** The dispatcher's calls that wait with the agent are cancelled with the others. */
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.Dispatcher",
        method = "cancelAll",
        descriptor = "()V",
        since = "3.4")
final class CancelAllAdvice {
    private CancelAllAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object dispatcher) {
        ThrottleGate.ask("okhttp/cancel-all", dispatcher, null);
    }
}
