package org.throttleagent.client.httpclient5;

import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Throttle;

/** Calls of the client without a chain: each is one attempt, and run again as a whole. */
final class MinimalCalls {
    /** The call that this thread is about to run again. Set for as long as it takes to get there. */
    @SuppressWarnings("ThreadLocalUsage") // an adapter is as lasting as its class
    private final ThreadLocal<@Nullable MinimalCall> again = new ThreadLocal<>();

    private final Throttle throttle;
    private final Waits waits;

    MinimalCalls(Throttle throttle, Waits waits) {
        this.throttle = throttle;
        this.waits = waits;
    }

    /** Returns the call, or what it must fail with. */
    Object begin(Object manager, HttpHost target, ClassicHttpRequest request) {
        MinimalCall call = again.get();
        if (call == null) {
            call = new MinimalCall(throttle.newCall(), manager, request);
        } else {
            again.remove();
        }
        HttpClient5Request facts = new HttpClient5Request(target, request);
        IOException failure = waits.await(call.throttled, facts, call);
        if (failure == null) {
            call.sent = facts;
            call.throttled.sent(facts);
            return call;
        }
        call.throttled.finished();
        return failure;
    }

    /** Takes the outcome; returns the last response or what was thrown, or {@code null} where the outcome stands. */
    @Nullable
    Object end(
            CloseableHttpClient client,
            MinimalCall call,
            HttpHost target,
            ClassicHttpRequest request,
            HttpContext context,
            @Nullable ClassicHttpResponse response,
            @Nullable Throwable thrown) {
        if (call.sent != null) {
            call.sent.attempted(request);
        }
        if (response == null) {
            call.throttled.failed(thrown);
        } else {
            call.throttled.answered(new HttpClient5ResponseHead(response));
        }
        if (call.inside) {
            return null;
        }
        try {
            return response == null ? null : last(client, call, target, request, context, response);
        } catch (Throwable e) {
            return e;
        } finally {
            again.remove();
            call.throttled.finished();
        }
    }

    private @Nullable ClassicHttpResponse last(
            CloseableHttpClient client,
            MinimalCall call,
            HttpHost target,
            ClassicHttpRequest request,
            HttpContext context,
            ClassicHttpResponse response)
            throws IOException {
        ClassicHttpResponse last = response;
        call.inside = true;
        while (!request.containsHeader("Upgrade") && call.throttled.resend()) {
            Refusals.discard(last);
            if (call.aborted()) {
                throw new RequestFailedException("Request aborted");
            }
            request.setHeaders(call.headers);
            again.set(call);
            last = client.execute(target, request, context);
        }
        return last;
    }
}
