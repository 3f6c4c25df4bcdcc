package org.throttleagent.client.jdkhttpclient;

import jdk.internal.net.http.Response;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Sees the head of every response; where the client has no follow-up of its own, a refused request becomes one. */
@WovenInto(
        client = JdkHttpClientAdapter.class,
        type = JdkHttpClientAdapter.EXCHANGE,
        method = "responseFilters",
        descriptor = "(Ljdk/internal/net/http/Response;)Ljdk/internal/net/http/HttpRequestImpl;",
        fields = JdkHttpClientAdapter.REQUEST,
        since = "11")
final class ResponseAdvice {
    private ResponseAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object self, @Advice.Argument(0) Response response) {
        ThrottleGate.ask(JdkHttpClientAdapter.ANSWERED, self, new Object[] {response.statusCode(), response.headers()});
    }

    @Advice.OnMethodExit
    static void exit(
            @Advice.This Object self,
            @Advice.FieldValue("currentreq") Object current,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object followUp) {
        if (followUp == null) {
            followUp = ThrottleGate.ask(JdkHttpClientAdapter.RESEND, self, current);
        }
    }
}
