package org.throttleagent.client.httpclient5;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Where HttpClient itself would send a refused request again, the agent may have decided already. */
@WovenInto(
        client = HttpClient5Adapter.class,
        type = "org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy",
        method = "retryRequest",
        descriptor = "(Lorg/apache/hc/core5/http/HttpResponse;ILorg/apache/hc/core5/http/protocol/HttpContext;)Z",
        since = "5.0")
final class OwnRetryAdvice {
    private OwnRetryAdvice() {}

    @Advice.OnMethodExit
    static void exit(
            @Advice.Argument(0) Object response,
            @Advice.Argument(2) @Nullable Object context,
            @Advice.Return(readOnly = false) boolean again) {
        // not the strategy itself: it may be of a subclass of the application's, and so of another loader
        if (again && context != null && ThrottleGate.test("httpclient-5/own-retry", context, response)) {
            again = false;
        }
    }
}
