package org.throttleagent.client.jdkhttpclient;

import net.bytebuddy.asm.Advice;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/**
 * Ends a wait when the exchange is cancelled: by the application (from 16 on), by the request's own timer, or by the end of
 * the client. On exit, because by then the exchange says so itself: of a wait that begins meanwhile, one side sees the other.
 */
@WovenInto(
        client = JdkHttpClientAdapter.class,
        type = JdkHttpClientAdapter.EXCHANGE,
        method = "cancel",
        descriptor = "(Ljava/io/IOException;)V",
        since = "11")
@WovenInto(
        client = JdkHttpClientAdapter.class,
        type = JdkHttpClientAdapter.EXCHANGE,
        method = "cancel",
        descriptor = "(Z)Z",
        since = "16")
final class CancelAdvice {
    private CancelAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object self, @Advice.AllArguments Object[] arguments) {
        ThrottleGate.ask(JdkHttpClientAdapter.CANCELLED, self, arguments);
    }
}
