package org.throttleagent.client.httpclient5;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Announced;
import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.ClientId;
import org.throttleagent.gate.Throttle;

/** Paces Apache HttpClient 5: which hook does what stands in the package's description. */
/*
 * The adapter may be made while one of HttpClient's classes is being loaded, so nothing here may touch any of them; the parts
 * that do are made at the first call, when all of them are there.
 */
@ClientId("httpclient-5")
public final class HttpClient5Adapter implements ClientAdapter {
    private static final String[] HOOKS = {
        "attempt-begins",
        "attempt-ends",
        "sent",
        "answered",
        "exchange-begins",
        "exchange-ends",
        "own-retry",
        "minimal-begins",
        "minimal-ends",
        "closed",
    };

    static {
        Announced.announce(new HttpClient5Adapter());
    }

    private volatile @Nullable Parts parts;

    @Override
    public void attach(Throttle throttle, Hooks hooks) {
        for (String hook : HOOKS) {
            hooks.on("httpclient-5/" + hook, new BiFunction<Object, @Nullable Object, @Nullable Object>() {
                @Override
                public @Nullable Object apply(Object self, @Nullable Object argument) {
                    return argument == null ? null : parts(throttle).handle(hook, self, argument);
                }
            });
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
