package org.throttleagent.client.okhttp;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Surrounds one call of the application, on the thread that runs its interceptors. */
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.RealCall",
        method = "getResponseWithInterceptorChain",
        descriptor = "()Lokhttp3/Response;",
        since = "3.4",
        until = "4.4")
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.internal.connection.RealCall",
        method = "getResponseWithInterceptorChain$okhttp",
        descriptor = "()Lokhttp3/Response;",
        since = "4.4")
final class CallAdvice {
    private CallAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object call) {
        ThrottleGate.ask("okhttp/call-begins", call, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This Object call) {
        ThrottleGate.ask("okhttp/call-ends", call, null);
    }
}
