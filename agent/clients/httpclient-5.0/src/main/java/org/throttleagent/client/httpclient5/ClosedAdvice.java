package org.throttleagent.client.httpclient5;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** A connection manager is closed, mostly because its client is: who waits to lease from it waits in vain. */
@WovenInto(
        client = HttpClient5Adapter.class,
        type = "org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager",
        method = "close",
        descriptor = "(Lorg/apache/hc/core5/io/CloseMode;)V",
        fields = "connectionOperator:Lorg/apache/hc/client5/http/io/HttpClientConnectionOperator;",
        since = "5.0")
@WovenInto(
        client = HttpClient5Adapter.class,
        type = "org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager",
        method = "close",
        descriptor = "(Lorg/apache/hc/core5/io/CloseMode;)V",
        fields = "connectionOperator:Lorg/apache/hc/client5/http/io/HttpClientConnectionOperator;",
        since = "5.0")
final class ClosedAdvice {
    private ClosedAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.FieldValue("connectionOperator") Object operator, @Advice.This Object manager) {
        // not the manager itself: it may be of a subclass of the application's, and so of another loader
        ThrottleGate.ask("httpclient-5/closed", operator, manager);
    }
}
