package org.throttleagent.client.httpurlconnection;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Around the writing of a request: says whose header object is about to pass by {@link WireAdvice}. */
@WovenInto(
        client = HttpUrlConnectionAdapter.class,
        type = "sun.net.www.protocol.http.HttpURLConnection",
        method = "writeRequests",
        descriptor = "()V",
        fields = "requests:Lsun/net/www/MessageHeader;",
        since = "8")
final class WriteAdvice {
    private WriteAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object self, @Advice.FieldValue("requests") Object requests) {
        ThrottleGate.askOrThrow("http-url-connection/write", self, requests);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This Object self, @Advice.Thrown Throwable thrown) {
        ThrottleGate.ask("http-url-connection/written", self, thrown);
    }
}
