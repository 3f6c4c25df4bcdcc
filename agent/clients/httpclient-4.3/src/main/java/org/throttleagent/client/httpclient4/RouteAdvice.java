package org.throttleagent.client.httpclient4;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** In the clients of before 4.3, which are still there: it is known where a request goes, and no connection is leased yet. */
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.client.DefaultRequestDirector",
        method = "determineRoute",
        descriptor = "(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;Lorg/apache/http/protocol/HttpContext;)"
                + "Lorg/apache/http/conn/routing/HttpRoute;",
        since = "4.3")
final class RouteAdvice {
    private RouteAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Argument(1) Object request, @Advice.Return Object route) {
        ThrottleGate.askOrThrow("httpclient-4/route", request, route);
    }
}
