package org.throttleagent.client.okhttp;

import java.lang.reflect.Method;
import okhttp3.Call;
import okhttp3.Interceptor;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/** Reads what the public interfaces of 3.4 cannot tell yet: a chain's call (3.9) and a call's timeout (3.12). */
final class Timeouts {
    private final @Nullable Method callOfChain = Members.open(Interceptor.Chain.class, "call");
    private final @Nullable Method timeoutOfCall = Members.open(Call.class, "timeout");

    /** The call of {@code chain}, or {@code null} where OkHttp does not tell. */
    @Nullable
    Call call(Interceptor.Chain chain) {
        try {
            return callOfChain == null ? null : (Call) callOfChain.invoke(chain);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** The time the application gives the call in all, in nanoseconds; 0 where it gave none. */
    long nanos(@Nullable Call call) {
        if (timeoutOfCall == null || call == null) {
            return 0;
        }
        try {
            return ((Timeout) timeoutOfCall.invoke(call)).timeoutNanos();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return 0;
        }
    }
}
