package org.throttleagent.client.httpurlconnection;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Around the reading of an answer's head, the JDK's own second try included. */
@WovenInto(
        client = HttpUrlConnectionAdapter.class,
        type = "sun.net.www.http.HttpClient",
        method = "parseHTTP",
        descriptor =
                "(Lsun/net/www/MessageHeader;Lsun/net/ProgressSource;Lsun/net/www/protocol/http/HttpURLConnection;)Z",
        fields = "requests:Lsun/net/www/MessageHeader;",
        since = "8",
        until = "21")
final class ParseAdvice {
    private ParseAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(2) Object connection) {
        ThrottleGate.ask("http-url-connection/parse", connection, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Argument(0) Object responses,
            @Advice.Argument(2) Object connection,
            @Advice.FieldValue("requests") Object requests,
            @Advice.Thrown Throwable thrown) {
        ThrottleGate.ask("http-url-connection/parsed", connection, new Object[] {requests, responses, thrown});
    }
}
