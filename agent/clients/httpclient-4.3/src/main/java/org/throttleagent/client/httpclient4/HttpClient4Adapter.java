package org.throttleagent.client.httpclient4;

import java.util.function.BiFunction;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpExecutionAware;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.impl.client.RequestWrapper;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Announced;
import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.ClientId;
import org.throttleagent.gate.Throttle;

/** Paces Apache HttpClient 4.3 to 4.5: which hook does what stands in the package's description. */
@ClientId("httpclient-4")
public final class HttpClient4Adapter implements ClientAdapter {
    // The adapter may be made while one of the client's classes is being loaded, so nothing here may touch any of them;
    // the parts that do are made at the first call. Hooks that only go on with what another has begun make none:
    // HttpCore may be used by itself, in a loader that has no HttpClient.

    private static final String[] HOOKS = {
        "call-begins",
        "call-ends",
        "minimal-ends",
        "attempt-begins",
        "attempt-ends",
        "wire-begins",
        "wire-ends",
        "route",
        "protocol-begins",
        "again",
        "shut-down",
        "own-retry",
    };

    static {
        Announced.announce(new HttpClient4Adapter());
    }

    private volatile @Nullable Parts parts;

    @Override
    public void attach(Throttle throttle, Hooks hooks) {
        for (String hook : HOOKS) {
            hooks.on("httpclient-4/" + hook, new BiFunction<Object, @Nullable Object, @Nullable Object>() {
                @Override
                public @Nullable Object apply(Object self, @Nullable Object argument) {
                    boolean begins = hook.equals("call-begins") || hook.equals("attempt-begins");
                    Parts made = begins ? parts(throttle) : parts;
                    return made == null ? null : handle(hook, made, self, argument);
                }
            });
        }
    }

    private static @Nullable Object handle(String hook, Parts parts, Object self, @Nullable Object argument) {
        switch (hook) {
            case "call-begins":
                parts.frames.begin(self);
                return null;
            case "call-ends":
                parts.frames.end(self);
                return null;
            case "attempt-begins":
                return argument == null ? null : begin(parts, self, (Object[]) argument);
            case "route":
                return argument == null ? null : parts.attempts.routed((RequestWrapper) self, (HttpRoute) argument);
            case "attempt-ends":
                parts.attempts.end((HttpRequest) self, argument);
                return null;
            case "wire-begins":
                parts.attempts.wireBegins((HttpRequest) self);
                return null;
            case "wire-ends":
                parts.attempts.wireEnds((HttpRequest) self, argument);
                return null;
            default:
                return handleResends(hook, parts, self, argument);
        }
    }

    private static @Nullable Object begin(Parts parts, Object request, Object[] values) {
        return parts.attempts.begin(
                (HttpRequest) request, (HttpRoute) values[0], (HttpExecutionAware) values[1], values[2]);
    }

    private static @Nullable Object handleResends(String hook, Parts parts, Object self, @Nullable Object argument) {
        switch (hook) {
            case "protocol-begins":
                parts.resends.begin((HttpRequest) self);
                return null;
            case "again":
                return argument != null && parts.resends.again((HttpRequest) self, (CloseableHttpResponse) argument);
            case "minimal-ends":
                return parts.resends.minimalAgain(self, (CloseableHttpResponse) argument);
            case "own-retry":
                return argument != null && parts.resends.instead((HttpResponse) argument);
            case "shut-down":
                parts.waits.shutDown(self);
                return null;
            default:
                throw new AssertionError(hook);
        }
    }

    private Parts parts(Throttle throttle) {
        Parts made = parts;
        return made != null ? made : make(throttle);
    }

    private synchronized Parts make(Throttle throttle) {
        Parts made = parts;
        if (made == null) {
            made = new Parts(throttle);
            parts = made;
        }
        return made;
    }
}
