package org.throttleagent.client.httpclient4;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Surrounds one call of a minimal client, which follows nothing up: a refused request begins the method anew. */
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.client.MinimalHttpClient",
        method = "doExecute",
        descriptor = "(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;Lorg/apache/http/protocol/HttpContext;)"
                + "Lorg/apache/http/client/methods/CloseableHttpResponse;",
        since = "4.3")
final class MinimalCallAdvice {
    private MinimalCallAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object client) {
        ThrottleGate.ask("httpclient-4/call-begins", client, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, repeatOn = Advice.OnNonDefaultValue.class)
    static boolean exit(@Advice.This Object client, @Advice.Return @Nullable Object response) {
        return ThrottleGate.test("httpclient-4/minimal-ends", client, response);
    }
}
