package org.throttleagent.client.httpurlconnection;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** A request goes out, be it the first time or the JDK's own second try on a new connection. */
@WovenInto(
        client = HttpUrlConnectionAdapter.class,
        type = "sun.net.www.http.HttpClient",
        method = "writeRequests",
        descriptor = "(Lsun/net/www/MessageHeader;Lsun/net/www/http/PosterOutputStream;)V",
        since = "8")
final class WireAdvice {
    private WireAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object self, @Advice.Argument(0) Object requests) {
        ThrottleGate.ask("http-url-connection/wire", self, requests);
    }
}
