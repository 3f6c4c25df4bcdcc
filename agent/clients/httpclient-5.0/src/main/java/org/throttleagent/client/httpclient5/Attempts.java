package org.throttleagent.client.httpclient5;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.WeakIdentityMap;

/** Every attempt through a chain: waits for its turn, and tells what came of it. */
/*
 * A call is known by its ExecRuntime: there is one for each call of the application, which all scopes share that redirects and
 * second tries make. What runs a request in the background, as a cache does, forks one.
 */
final class Attempts {
    private final WeakIdentityMap<ExecRuntime, ChainCall> calls = new WeakIdentityMap<>();
    private final Supplier<ChainCall> newCall;
    private final Waits waits;

    Attempts(Throttle throttle, Waits waits) {
        this.waits = waits;
        newCall = new Supplier<ChainCall>() {
            @Override
            public ChainCall get() {
                return new ChainCall(throttle.newCall());
            }
        };
    }

    @Nullable
    ChainCall call(ExecChain.Scope scope) {
        return calls.get(scope.execRuntime);
    }

    /** Returns what the attempt must fail with, or {@code null} when it may go. */
    @Nullable
    IOException begin(ClassicHttpRequest request, ExecChain.Scope scope) {
        ChainCall call = calls.computeIfAbsent(scope.execRuntime, newCall);
        call.sent = null;
        call.status = 0;
        if (scope.execRuntime.isEndpointAcquired()) {
            return null; // an authentication leg on a connection that must not be held during a wait
        }
        IOException failure = waits.await(call.throttled, facts(request, scope), new RuntimeLease(scope.execRuntime));
        if (failure != null) {
            call.throttled.finished();
        }
        return failure;
    }

    void sent(ClassicHttpRequest request, ExecChain.Scope scope) {
        ChainCall call = calls.computeIfAbsent(scope.execRuntime, newCall);
        HttpClient5Request sent = facts(request, scope);
        call.sent = sent;
        call.throttled.sent(sent);
    }

    void answered(
            ClassicHttpRequest request,
            ExecChain.Scope scope,
            @Nullable ClassicHttpResponse response,
            @Nullable Throwable thrown) {
        ChainCall call = call(scope);
        if (call == null || call.sent == null) {
            return;
        }
        call.sent.attempted(request);
        if (response == null) {
            call.throttled.failed(thrown);
        } else {
            call.status = response.getCode();
            call.throttled.answered(new HttpClient5ResponseHead(response));
        }
    }

    /** The attempt is over; if it never came to the wire it has failed on the way there, or has not begun. */
    void end(ClassicHttpRequest request, ExecChain.Scope scope, @Nullable Throwable thrown) {
        ChainCall call = call(scope);
        if (call == null || call.sent != null) {
            return;
        }
        if (thrown instanceof IOException && isOfTheNetwork((IOException) thrown)) {
            call.throttled.sent(facts(request, scope));
            call.throttled.failed(thrown);
        }
        call.throttled.finished();
    }

    /** Whether a connection was tried for; none was where none could be leased in time, or the request was aborted. */
    static boolean isOfTheNetwork(IOException e) {
        return !(e instanceof InterruptedIOException) || e instanceof SocketTimeoutException;
    }

    private static HttpClient5Request facts(ClassicHttpRequest request, ExecChain.Scope scope) {
        return new HttpClient5Request(scope.route.getTargetHost(), request);
    }
}
