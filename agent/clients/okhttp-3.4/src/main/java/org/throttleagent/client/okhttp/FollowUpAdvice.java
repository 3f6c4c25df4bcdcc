package org.throttleagent.client.okhttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Where OkHttp found nothing to follow up, the agent may have it send a refused request again. */
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.internal.http.RetryAndFollowUpInterceptor",
        method = "followUpRequest",
        descriptor = "(Lokhttp3/Response;)Lokhttp3/Request;",
        since = "3.4",
        until = "3.10")
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.internal.http.RetryAndFollowUpInterceptor",
        method = "followUpRequest",
        descriptor = "(Lokhttp3/Response;Lokhttp3/Route;)Lokhttp3/Request;",
        since = "3.10",
        until = "4.4")
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.internal.http.RetryAndFollowUpInterceptor",
        method = "followUpRequest",
        descriptor = "(Lokhttp3/Response;Lokhttp3/internal/connection/Exchange;)Lokhttp3/Request;",
        since = "4.4",
        until = "5.4")
@WovenInto(
        client = OkHttpAdapter.class,
        type = "okhttp3.internal.http.RetryAndFollowUpInterceptor",
        method = "followUpRequest",
        descriptor =
                "(Lokhttp3/Response;Lokhttp3/internal/connection/Exchange;Lokhttp3/Interceptor$Chain;)Lokhttp3/Request;",
        since = "5.4")
final class FollowUpAdvice {
    private FollowUpAdvice() {}

    @Advice.OnMethodExit
    static void exit(
            @Advice.This Object interceptor,
            @Advice.Argument(0) Object userResponse,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object followUp) {
        if (followUp == null) {
            followUp = ThrottleGate.ask("okhttp/follow-up", interceptor, userResponse);
        }
    }
}
