package org.throttleagent.client.jdkhttpclient;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Sees the future that completes when the exchange is over, its last attempt and its body included. */
@WovenInto(
        client = JdkHttpClientAdapter.class,
        type = JdkHttpClientAdapter.EXCHANGE,
        method = "responseAsync",
        descriptor = "(Ljava/util/concurrent/Executor;)Ljava/util/concurrent/CompletableFuture;",
        since = "11")
final class BeginAdvice {
    private BeginAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object self, @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object future) {
        ThrottleGate.ask(JdkHttpClientAdapter.BEGUN, self, future);
    }
}
