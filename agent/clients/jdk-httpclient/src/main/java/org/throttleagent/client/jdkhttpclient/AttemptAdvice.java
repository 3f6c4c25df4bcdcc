package org.throttleagent.client.jdkhttpclient;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Puts an attempt off: skips the method, and gives the client a future that completes with the later attempt's. */
@WovenInto(
        client = JdkHttpClientAdapter.class,
        type = JdkHttpClientAdapter.EXCHANGE,
        method = "responseAsyncImpl",
        descriptor = "()Ljava/util/concurrent/CompletableFuture;",
        fields = JdkHttpClientAdapter.REQUEST,
        since = "11",
        until = "26")
@WovenInto(
        client = JdkHttpClientAdapter.class,
        type = JdkHttpClientAdapter.EXCHANGE,
        method = "responseAsyncImpl",
        descriptor = "(Z)Ljava/util/concurrent/CompletableFuture;",
        fields = JdkHttpClientAdapter.REQUEST,
        since = "26")
final class AttemptAdvice {
    private AttemptAdvice() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static @Nullable Object enter(
            @Advice.This Object self,
            @Advice.FieldValue("currentreq") Object current,
            @Advice.AllArguments Object[] arguments) {
        return ThrottleGate.ask(JdkHttpClientAdapter.ATTEMPT, self, new Object[] {current, arguments});
    }

    @Advice.OnMethodExit
    static void exit(
            @Advice.Enter @Nullable Object delayed,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object result) {
        if (delayed != null) {
            result = delayed;
        }
    }
}
