package org.throttleagent.client.httpclient5;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Surrounds a request of the client that has no chain, and follows nothing up. */
@WovenInto(
        client = HttpClient5Adapter.class,
        type = "org.apache.hc.client5.http.impl.classic.MinimalHttpClient",
        method = "doExecute",
        descriptor =
                "(Lorg/apache/hc/core5/http/HttpHost;Lorg/apache/hc/core5/http/ClassicHttpRequest;Lorg/apache/hc/core5/http/protocol/HttpContext;)Lorg/apache/hc/client5/http/impl/classic/CloseableHttpResponse;",
        fields = "connManager:Lorg/apache/hc/client5/http/io/HttpClientConnectionManager;",
        since = "5.0")
final class MinimalAdvice {
    private MinimalAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
            @Advice.This Object client,
            @Advice.FieldValue("connManager") Object manager,
            @Advice.Argument(0) Object target,
            @Advice.Argument(1) Object request) {
        return ThrottleGate.askOrThrow("httpclient-5/minimal-begins", client, new Object[] {manager, target, request});
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.This Object client,
            @Advice.Enter @Nullable Object call,
            @Advice.Argument(0) Object target,
            @Advice.Argument(1) Object request,
            @Advice.Argument(2) Object context,
            @Advice.Thrown @Nullable Throwable thrown,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object response) {
        Object last = call == null
                ? null
                : ThrottleGate.askOrThrow("httpclient-5/minimal-ends", client, new Object[] {
                    call, target, request, context, response, thrown
                });
        if (last != null) {
            response = last;
        }
    }
}
