package org.throttleagent.client.okhttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Surrounds one attempt on the wire: the cache has been asked, a connection does not exist yet. */
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.internal.connection.ConnectInterceptor",
        method = "intercept",
        descriptor = "(Lokhttp3/Interceptor$Chain;)Lokhttp3/Response;",
        since = "3.4")
final class AttemptAdvice {
    private AttemptAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object interceptor, @Advice.Argument(0) Object chain) {
        ThrottleGate.askOrThrow("okhttp/attempt-begins", interceptor, chain);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.This Object interceptor,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object response,
            @Advice.Thrown @Nullable Throwable thrown) {
        ThrottleGate.ask("okhttp/attempt-ends", interceptor, thrown == null ? response : thrown);
    }
}
