package org.throttleagent.client.httpclient4;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Surrounds one call of the application. */
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.client.InternalHttpClient",
        method = "doExecute",
        descriptor = "(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;Lorg/apache/http/protocol/HttpContext;)"
                + "Lorg/apache/http/client/methods/CloseableHttpResponse;",
        since = "4.3")
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.client.DefaultRequestDirector",
        method = "execute",
        descriptor = "(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;Lorg/apache/http/protocol/HttpContext;)"
                + "Lorg/apache/http/HttpResponse;",
        since = "4.3")
final class CallAdvice {
    private CallAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object client) {
        ThrottleGate.ask("httpclient-4/call-begins", client, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This Object client) {
        ThrottleGate.ask("httpclient-4/call-ends", client, null);
    }
}
