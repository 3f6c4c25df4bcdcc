package org.throttleagent.client.httpclient5;

import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Throttle;

/** What the adapter is made of, and which part each hook speaks to. */
final class Parts {
    private final Waits waits = new Waits();
    private final Decided decided = new Decided();
    private final Attempts attempts;
    private final Exchanges exchanges;
    private final MinimalCalls minimalCalls;

    Parts(Throttle throttle) {
        attempts = new Attempts(throttle, waits);
        exchanges = new Exchanges(attempts, decided);
        minimalCalls = new MinimalCalls(throttle, waits);
    }

    @Nullable
    Object handle(String hook, Object self, Object argument) {
        switch (hook) {
            case "own-retry":
                return decided.contains(argument);
            case "exchange-begins":
                return ((ClassicHttpRequest) argument).getHeaders();
            case "closed":
                waits.closed(argument);
                return null;
            default:
                return handle(hook, self, (Object[]) argument);
        }
    }

    private @Nullable Object handle(String hook, Object self, Object[] values) {
        switch (hook) {
            case "attempt-begins":
                return attempts.begin((ClassicHttpRequest) values[0], (ExecChain.Scope) values[1]);
            case "attempt-ends":
                attempts.end((ClassicHttpRequest) values[0], (ExecChain.Scope) values[1], (Throwable) values[2]);
                return null;
            case "sent":
                attempts.sent((ClassicHttpRequest) values[0], (ExecChain.Scope) values[1]);
                return null;
            case "answered":
                attempts.answered(
                        (ClassicHttpRequest) values[0],
                        (ExecChain.Scope) values[1],
                        (ClassicHttpResponse) values[2],
                        (Throwable) values[3]);
                return null;
            case "exchange-ends":
                return exchanges.end(
                        (ExecChainHandler) self,
                        (Header[]) values[0],
                        (ClassicHttpRequest) values[1],
                        (ExecChain.Scope) values[2],
                        (ExecChain) values[3],
                        (ClassicHttpResponse) values[4]);
            case "minimal-begins":
                return values[1] == null || values[2] == null
                        ? null // which the client itself complains about
                        : minimalCalls.begin(values[0], (HttpHost) values[1], (ClassicHttpRequest) values[2]);
            case "minimal-ends":
                return minimalCalls.end(
                        (CloseableHttpClient) self,
                        (MinimalCall) values[0],
                        (HttpHost) values[1],
                        (ClassicHttpRequest) values[2],
                        (HttpContext) values[3],
                        (ClassicHttpResponse) values[4],
                        (Throwable) values[5]);
            default:
                throw new AssertionError(hook);
        }
    }
}
