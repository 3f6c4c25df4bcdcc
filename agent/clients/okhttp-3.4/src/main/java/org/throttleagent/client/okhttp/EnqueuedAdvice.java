package org.throttleagent.client.okhttp;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** An enqueued call that has to wait leaves its dispatcher's thread: its body is skipped, and run when the wait is over. */
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.RealCall$AsyncCall",
        method = "execute",
        descriptor = "()V",
        since = "3.4",
        until = "4.0")
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.RealCall$AsyncCall",
        method = "run",
        descriptor = "()V",
        since = "4.0",
        until = "4.4")
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.internal.connection.RealCall$AsyncCall",
        method = "run",
        descriptor = "()V",
        since = "4.4")
final class EnqueuedAdvice {
    private EnqueuedAdvice() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.This Object asyncCall) {
        return ThrottleGate.test("okhttp/enqueued", asyncCall, null);
    }
}
