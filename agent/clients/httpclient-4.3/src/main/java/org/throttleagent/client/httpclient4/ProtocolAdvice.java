package org.throttleagent.client.httpclient4;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Where a request gets its headers: one that was refused begins the method anew. */
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.execchain.ProtocolExec",
        method = "execute",
        descriptor = "(Lorg/apache/http/conn/routing/HttpRoute;Lorg/apache/http/client/methods/HttpRequestWrapper;"
                + "Lorg/apache/http/client/protocol/HttpClientContext;Lorg/apache/http/client/methods/HttpExecutionAware;)"
                + "Lorg/apache/http/client/methods/CloseableHttpResponse;",
        since = "4.3")
final class ProtocolAdvice {
    private ProtocolAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(1) Object request) {
        ThrottleGate.ask("httpclient-4/protocol-begins", request, null);
    }

    @Advice.OnMethodExit(repeatOn = Advice.OnNonDefaultValue.class)
    static boolean exit(@Advice.Argument(1) Object request, @Advice.Return Object response) {
        return ThrottleGate.test("httpclient-4/again", request, response);
    }
}
