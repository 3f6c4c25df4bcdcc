package org.throttleagent.client.httpclient4;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** An application may have the client send a request again that was answered by 503; the agent may have a say in that. */
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.client.DefaultServiceUnavailableRetryStrategy",
        method = "retryRequest",
        descriptor = "(Lorg/apache/http/HttpResponse;ILorg/apache/http/protocol/HttpContext;)Z",
        since = "4.3")
final class OwnRetryAdvice {
    private OwnRetryAdvice() {}

    @Advice.OnMethodExit
    static void exit(
            @Advice.This Object strategy,
            @Advice.Argument(0) Object response,
            @Advice.Return(readOnly = false) boolean retry) {
        if (retry && ThrottleGate.test("httpclient-4/own-retry", strategy, response)) {
            retry = false;
        }
    }
}
