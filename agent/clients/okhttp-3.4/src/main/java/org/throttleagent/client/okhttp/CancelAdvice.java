package org.throttleagent.client.okhttp;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** A call that is cancelled waits no longer. */
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.RealCall",
        method = "cancel",
        descriptor = "()V",
        since = "3.4",
        until = "4.4")
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.internal.connection.RealCall",
        method = "cancel",
        descriptor = "()V",
        since = "4.4")
final class CancelAdvice {
    private CancelAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This Object call) {
        ThrottleGate.ask("okhttp/cancelled", call, null);
    }
}
