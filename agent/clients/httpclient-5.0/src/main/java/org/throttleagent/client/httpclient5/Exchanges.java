package org.throttleagent.client.httpclient5;

import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** Has an exchange that ended with a refusal run again, by HttpClient's own handler of it. */
final class Exchanges {
    private final Attempts attempts;
    private final Decided decided;

    Exchanges(Attempts attempts, Decided decided) {
        this.attempts = attempts;
        this.decided = decided;
    }

    /**
     * Runs an exchange until it is not to run again. What it throws then is as if it had come from the first time.
     *
     * @param headers those that the request had at its beginning, before HttpClient has added its own
     * @return the last response or what was thrown, or {@code null} where the first response stands
     */
    @Nullable
    Object end(
            ExecChainHandler exec,
            Header @Nullable [] headers,
            ClassicHttpRequest request,
            ExecChain.Scope scope,
            ExecChain chain,
            ClassicHttpResponse response) {
        ChainCall call = attempts.call(scope);
        if (call == null || call.inside || headers == null) {
            return null;
        }
        ClassicHttpResponse last = response;
        call.inside = true;
        try {
            while (mayRunAgain(call, request, scope, last) && call.throttled.resend()) {
                Refusals.discard(last);
                request.setHeaders(headers);
                last = exec.execute(request, scope, chain);
            }
            if (call.throttled.governs()) {
                decided.add(last);
            }
        } catch (Throwable e) {
            return e;
        } finally {
            call.inside = false;
        }
        return last;
    }

    /** Whether the response is the server's answer, not one that something in the chain has made, and no upgrade. */
    private static boolean mayRunAgain(
            ChainCall call, ClassicHttpRequest request, ExecChain.Scope scope, ClassicHttpResponse response) {
        boolean answer = call.status != 0 && call.status == response.getCode();
        call.status = 0;
        return answer && !request.containsHeader("Upgrade") && !scope.execRuntime.isExecutionAborted();
    }
}
