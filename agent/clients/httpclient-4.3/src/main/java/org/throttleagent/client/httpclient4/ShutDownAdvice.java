package org.throttleagent.client.httpclient4;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** A client is closed: its connections are shut down, and nobody waits for one any longer. */
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.conn.PoolingHttpClientConnectionManager",
        method = "shutdown",
        descriptor = "()V",
        since = "4.3")
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.conn.BasicHttpClientConnectionManager",
        method = "shutdown",
        descriptor = "()V",
        since = "4.3")
@WovenInto(
        client = HttpClient4Adapter.class,
        type = "org.apache.http.impl.conn.BasicHttpClientConnectionManager",
        method = "close",
        descriptor = "()V",
        since = "4.3")
final class ShutDownAdvice {
    private ShutDownAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object manager) {
        ThrottleGate.ask("httpclient-4/shut-down", manager, null);
    }
}
