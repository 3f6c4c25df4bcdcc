package org.throttleagent.client.httpclient4;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Surrounds one request on a connection, and the reading of its answer's head. */
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.protocol.HttpRequestExecutor",
        method = "execute",
        descriptor = "(Lorg/apache/http/HttpRequest;Lorg/apache/http/HttpClientConnection;"
                + "Lorg/apache/http/protocol/HttpContext;)Lorg/apache/http/HttpResponse;",
        since = "4.3")
final class WireAdvice {
    private WireAdvice() {}

    // The request is asked for, not the executor: that may be of a class of the application's, in another loader.

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Object request) {
        ThrottleGate.ask("httpclient-4/wire-begins", request, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Argument(0) Object request,
            @Advice.Return @Nullable Object response,
            @Advice.Thrown @Nullable Throwable thrown) {
        ThrottleGate.ask("httpclient-4/wire-ends", request, thrown == null ? response : thrown);
    }
}
