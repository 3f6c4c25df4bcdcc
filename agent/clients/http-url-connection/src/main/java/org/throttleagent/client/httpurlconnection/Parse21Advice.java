package org.throttleagent.client.httpurlconnection;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Around the reading of an answer's head, the JDK's own second try included. From 21 on it has one parameter less. */
@WovenInto(
        client = HttpUrlConnectionAdapter.class,
        type = "sun.net.www.http.HttpClient",
        method = "parseHTTP",
        descriptor = "(Lsun/net/www/MessageHeader;Lsun/net/www/protocol/http/HttpURLConnection;)Z",
        fields = "requests:Lsun/net/www/MessageHeader;",
        since = "21")
final class Parse21Advice {
    private Parse21Advice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(1) Object connection) {
        ThrottleGate.ask("http-url-connection/parse", connection, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Argument(0) Object responses,
            @Advice.Argument(1) Object connection,
            @Advice.FieldValue("requests") Object requests,
            @Advice.Thrown Throwable thrown) {
        ThrottleGate.ask("http-url-connection/parsed", connection, new Object[] {requests, responses, thrown});
    }
}
