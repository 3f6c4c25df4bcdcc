package org.throttleagent.client.httpclient5;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Surrounds one attempt, from before a connection is leased. */
@WovenInto(
        client = HttpClient5Adapter.class,
        type = "org.apache.hc.client5.http.impl.classic.ConnectExec",
        method = "execute",
        descriptor =
                "(Lorg/apache/hc/core5/http/ClassicHttpRequest;Lorg/apache/hc/client5/http/classic/ExecChain$Scope;Lorg/apache/hc/client5/http/classic/ExecChain;)Lorg/apache/hc/core5/http/ClassicHttpResponse;",
        since = "5.0")
final class AttemptAdvice {
    private AttemptAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object exec, @Advice.Argument(0) Object request, @Advice.Argument(1) Object scope) {
        ThrottleGate.askOrThrow("httpclient-5/attempt-begins", exec, new Object[] {request, scope});
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.This Object exec,
            @Advice.Argument(0) Object request,
            @Advice.Argument(1) Object scope,
            @Advice.Thrown @Nullable Throwable thrown) {
        ThrottleGate.ask("httpclient-5/attempt-ends", exec, new Object[] {request, scope, thrown});
    }
}
