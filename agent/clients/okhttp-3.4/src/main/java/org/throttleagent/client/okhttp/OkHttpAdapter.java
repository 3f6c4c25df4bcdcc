package org.throttleagent.client.okhttp;

import java.util.function.BiFunction;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Announced;
import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.ClientId;
import org.throttleagent.gate.Throttle;

/** Paces OkHttp 3.4 and newer: which hook does what stands in the package's description. */
@ClientId("okhttp")
public final class OkHttpAdapter implements ClientAdapter {
    // The adapter may be made while one of OkHttp's classes is being loaded, so nothing here may touch any of them;
    // the parts that do are made at the first call, when all of them are there.

    // One class handles all hooks: a lambda for each would have the JVM spin a dozen classes at the first request.
    private static final String[] HOOKS = {
        "call-begins",
        "call-ends",
        "attempt-begins",
        "attempt-ends",
        "follow-up",
        "enqueued",
        "cancelled",
        "cancel-all",
        "queued-count",
        "running-count",
        "queued-calls",
        "running-calls",
    };

    static {
        Announced.announce(new OkHttpAdapter());
    }

    private volatile @Nullable Parts parts;

    @Override
    public void attach(Throttle throttle, Hooks hooks) {
        for (String hook : HOOKS) {
            hooks.on("okhttp/" + hook, new BiFunction<Object, @Nullable Object, @Nullable Object>() {
                @Override
                public @Nullable Object apply(Object self, @Nullable Object argument) {
                    return handle(hook, parts(throttle), self, argument);
                }
            });
        }
    }

    private static @Nullable Object handle(String hook, Parts parts, Object self, @Nullable Object argument) {
        switch (hook) {
            case "call-begins":
                parts.frames.begin((Call) self);
                return null;
            case "call-ends":
                parts.frames.end((Call) self);
                return null;
            case "attempt-begins":
                return argument == null ? null : parts.attempts.begin((Interceptor.Chain) argument);
            case "attempt-ends":
                parts.attempts.end(argument);
                return null;
            case "follow-up":
                return argument == null ? null : parts.followUps.followUp((Response) argument);
            case "enqueued":
                return parts.enqueued.mustLeave(self);
            default:
                return handleWaits(hook, parts.waits, self, argument);
        }
    }

    private static @Nullable Object handleWaits(String hook, Waits waits, Object self, @Nullable Object argument) {
        switch (hook) {
            case "cancelled":
                waits.cancelled((Call) self);
                return null;
            case "cancel-all":
                waits.cancelAll((Dispatcher) self);
                return null;
            case "queued-count":
                return waits.count((Dispatcher) self, true);
            case "running-count":
                return waits.count((Dispatcher) self, false);
            case "queued-calls":
                return waits.addTo(argument, (Dispatcher) self, true);
            case "running-calls":
                return waits.addTo(argument, (Dispatcher) self, false);
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
