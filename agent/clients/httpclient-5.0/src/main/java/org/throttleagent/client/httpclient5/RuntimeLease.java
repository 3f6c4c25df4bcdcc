package org.throttleagent.client.httpclient5;

import java.lang.reflect.Field;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.jspecify.annotations.Nullable;

/** What the executor of a chain will lease with. */
final class RuntimeLease implements Waits.Lease {
    private final ExecRuntime runtime;

    RuntimeLease(ExecRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public boolean aborted() {
        return runtime.isExecutionAborted();
    }

    /** By reflection, as there is no other way, and only when a wait begins. */
    @Override
    public @Nullable Object manager() {
        try {
            Field field = runtime.getClass().getDeclaredField("manager");
            field.setAccessible(true);
            return field.get(runtime);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // a runtime of the application's own, or a module that is not opened: the wait takes its time
            return null;
        }
    }
}
