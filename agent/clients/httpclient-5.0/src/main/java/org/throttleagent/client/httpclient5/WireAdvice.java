package org.throttleagent.client.httpclient5;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** A request goes out over a connection that exists, and its answer's head comes in. */
@WovenInto(
        client = HttpClient5Adapter.class,
        type = "org.apache.hc.client5.http.impl.classic.MainClientExec",
        method = "execute",
        descriptor =
                "(Lorg/apache/hc/core5/http/ClassicHttpRequest;Lorg/apache/hc/client5/http/classic/ExecChain$Scope;Lorg/apache/hc/client5/http/classic/ExecChain;)Lorg/apache/hc/core5/http/ClassicHttpResponse;",
        since = "5.0")
final class WireAdvice {
    private WireAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object exec, @Advice.Argument(0) Object request, @Advice.Argument(1) Object scope) {
        ThrottleGate.ask("httpclient-5/sent", exec, new Object[] {request, scope});
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.This Object exec,
            @Advice.Argument(0) Object request,
            @Advice.Argument(1) Object scope,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object response,
            @Advice.Thrown @Nullable Throwable thrown) {
        ThrottleGate.ask("httpclient-5/answered", exec, new Object[] {request, scope, response, thrown});
    }
}
