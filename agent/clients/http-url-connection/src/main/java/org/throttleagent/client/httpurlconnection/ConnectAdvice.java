package org.throttleagent.client.httpurlconnection;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Before a connection is made or taken from the pool: the request waits for its turn. */
@WovenInto(
        client = HttpUrlConnectionAdapter.class,
        type = "sun.net.www.protocol.http.HttpURLConnection",
        method = "plainConnect0",
        descriptor = "()V",
        fields = {"requests:Lsun/net/www/MessageHeader;", "cacheHandler:Ljava/net/ResponseCache;"},
        since = "8")
final class ConnectAdvice {
    private ConnectAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
            @Advice.This Object self,
            @Advice.FieldValue("requests") Object requests,
            @Advice.FieldValue("cacheHandler") Object cacheHandler) {
        ThrottleGate.askOrThrow("http-url-connection/connect", self, new Object[] {requests, cacheHandler});
    }
}
