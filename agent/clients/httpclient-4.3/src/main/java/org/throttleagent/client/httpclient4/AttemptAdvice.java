package org.throttleagent.client.httpclient4;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Surrounds one attempt: no connection is leased yet when it begins. */
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.execchain.MainClientExec",
        method = "execute",
        descriptor = "(Lorg/apache/http/conn/routing/HttpRoute;Lorg/apache/http/client/methods/HttpRequestWrapper;"
                + "Lorg/apache/http/client/protocol/HttpClientContext;Lorg/apache/http/client/methods/HttpExecutionAware;)"
                + "Lorg/apache/http/client/methods/CloseableHttpResponse;",
        fields = "connManager:Lorg/apache/http/conn/HttpClientConnectionManager;",
        since = "4.3")
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.execchain.MinimalClientExec",
        method = "execute",
        descriptor = "(Lorg/apache/http/conn/routing/HttpRoute;Lorg/apache/http/client/methods/HttpRequestWrapper;"
                + "Lorg/apache/http/client/protocol/HttpClientContext;Lorg/apache/http/client/methods/HttpExecutionAware;)"
                + "Lorg/apache/http/client/methods/CloseableHttpResponse;",
        fields = "connManager:Lorg/apache/http/conn/HttpClientConnectionManager;",
        since = "4.3")
final class AttemptAdvice {
    private AttemptAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
            @Advice.Argument(0) Object route,
            @Advice.Argument(1) Object request,
            @Advice.Argument(3) Object execAware,
            @Advice.FieldValue("connManager") Object manager) {
        ThrottleGate.askOrThrow("httpclient-4/attempt-begins", request, new Object[] {route, execAware, manager});
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Argument(1) Object request,
            @Advice.Return @Nullable Object response,
            @Advice.Thrown @Nullable Throwable thrown) {
        ThrottleGate.ask("httpclient-4/attempt-ends", request, thrown == null ? response : thrown);
    }
}
