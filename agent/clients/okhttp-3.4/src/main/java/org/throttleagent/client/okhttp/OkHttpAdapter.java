package org.throttleagent.client.okhttp;

import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.ClientId;
import org.throttleagent.gate.Throttle;

/** Paces OkHttp 3.4 and newer: which hook does what stands in the package's description. */
@ClientId("okhttp")
public final class OkHttpAdapter implements ClientAdapter {
    // The adapter may be made while one of OkHttp's classes is being loaded, so nothing here may touch any of them;
    // the parts that do are made at the first call, when all of them are there.

    private volatile @Nullable Parts parts;

    @Override
    public void attach(Throttle throttle, Hooks hooks) {
        hooks.on("okhttp/call-begins", (call, none) -> {
            parts(throttle).frames.begin((Call) call);
            return null;
        });
        hooks.on("okhttp/call-ends", (call, none) -> {
            parts(throttle).frames.end((Call) call);
            return null;
        });
        hooks.on(
                "okhttp/attempt-begins",
                (self, chain) -> chain == null ? null : parts(throttle).attempts.begin((Interceptor.Chain) chain));
        hooks.on("okhttp/attempt-ends", (self, outcome) -> {
            parts(throttle).attempts.end(outcome);
            return null;
        });
        hooks.on(
                "okhttp/follow-up",
                (self, response) ->
                        response == null ? null : parts(throttle).followUps.followUp((Response) response));
        hooks.on(
                "okhttp/enqueued", (asyncCall, none) -> parts(throttle).enqueued.mustLeave(asyncCall));
        attachToWaits(throttle, hooks);
    }

    private void attachToWaits(Throttle throttle, Hooks hooks) {
        hooks.on("okhttp/cancelled", (call, none) -> {
            parts(throttle).waits.cancelled((Call) call);
            return null;
        });
        hooks.on("okhttp/cancel-all", (dispatcher, none) -> {
            parts(throttle).waits.cancelAll((Dispatcher) dispatcher);
            return null;
        });
        hooks.on(
                "okhttp/queued-count",
                (dispatcher, none) -> parts(throttle).waits.count((Dispatcher) dispatcher, true));
        hooks.on(
                "okhttp/running-count",
                (dispatcher, none) -> parts(throttle).waits.count((Dispatcher) dispatcher, false));
        hooks.on(
                "okhttp/queued-calls",
                (dispatcher, calls) -> parts(throttle).waits.addTo(calls, (Dispatcher) dispatcher, true));
        hooks.on(
                "okhttp/running-calls",
                (dispatcher, calls) -> parts(throttle).waits.addTo(calls, (Dispatcher) dispatcher, false));
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
