package org.throttleagent.client.httpurlconnection;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** The application is done with the connection: a wait ends. */
@WovenInto(
        client = HttpUrlConnectionAdapter.class,
        type = "sun.net.www.protocol.http.HttpURLConnection",
        method = "disconnect",
        descriptor = "()V",
        since = "8")
final class DisconnectAdvice {
    private DisconnectAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object self) {
        ThrottleGate.ask("http-url-connection/disconnect", self, null);
    }
}
