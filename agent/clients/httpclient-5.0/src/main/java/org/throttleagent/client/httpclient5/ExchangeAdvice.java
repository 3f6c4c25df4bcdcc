package org.throttleagent.client.httpclient5;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Surrounds one exchange with a server, its authentication legs included; the agent may have it run again. */
@WovenInto(
        client = HttpClient5Adapter.class,
        type = "org.apache.hc.client5.http.impl.classic.ProtocolExec",
        method = "execute",
        descriptor =
                "(Lorg/apache/hc/core5/http/ClassicHttpRequest;Lorg/apache/hc/client5/http/classic/ExecChain$Scope;Lorg/apache/hc/client5/http/classic/ExecChain;)Lorg/apache/hc/core5/http/ClassicHttpResponse;",
        since = "5.0")
final class ExchangeAdvice {
    private ExchangeAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Object exec, @Advice.Argument(0) Object request) {
        return ThrottleGate.ask("httpclient-5/exchange-begins", exec, request);
    }

    @Advice.OnMethodExit
    static void exit(
            @Advice.This Object exec,
            @Advice.Enter @Nullable Object headers,
            @Advice.Argument(0) Object request,
            @Advice.Argument(1) Object scope,
            @Advice.Argument(2) Object chain,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object response) {
        Object last = ThrottleGate.askOrThrow(
                "httpclient-5/exchange-ends", exec, new Object[] {headers, request, scope, chain, response});
        if (last != null) {
            response = last;
        }
    }
}
