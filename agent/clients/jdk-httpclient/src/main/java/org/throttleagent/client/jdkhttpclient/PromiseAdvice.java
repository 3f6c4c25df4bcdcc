package org.throttleagent.client.jdkhttpclient;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/**
 * Sees the future that the application gets, or that {@code send} waits for. Up to 15 the exchange is not told when it is
 * cancelled, or when the thread in {@code send} is interrupted.
 */
@WovenInto(
        client = JdkHttpClientAdapter.class,
        type = "jdk.internal.net.http.HttpClientImpl",
        method = "sendAsync",
        descriptor = "(Ljava/net/http/HttpRequest;Ljava/net/http/HttpResponse$BodyHandler;"
                + "Ljava/net/http/HttpResponse$PushPromiseHandler;Ljava/util/concurrent/Executor;)"
                + "Ljava/util/concurrent/CompletableFuture;",
        since = "11")
final class PromiseAdvice {
    private PromiseAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object self, @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object future) {
        ThrottleGate.ask(JdkHttpClientAdapter.PROMISED, self, future);
    }
}
