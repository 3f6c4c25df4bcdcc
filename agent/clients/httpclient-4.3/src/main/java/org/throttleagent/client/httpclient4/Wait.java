package org.throttleagent.client.httpclient4;

import java.util.function.BooleanSupplier;
import org.apache.http.client.methods.HttpExecutionAware;
import org.apache.http.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ThrottledCall;

/** An attempt that may have to wait. An abort cancels it as it cancels the wait for a connection, which comes after. */
final class Wait implements Cancellable, BooleanSupplier {
    private final ThrottledCall call;
    private final @Nullable HttpExecutionAware execAware;

    /** Where the attempt will ask for a connection. */
    final @Nullable Object manager;

    /** Whether that was shut down meanwhile. */
    private volatile boolean shutDown;

    Wait(ThrottledCall call, @Nullable HttpExecutionAware execAware, @Nullable Object manager) {
        this.call = call;
        this.execAware = execAware;
        this.manager = manager;
    }

    /** Has aborts come here. */
    void watch() {
        if (execAware != null) {
            execAware.setCancellable(this);
        }
    }

    /** The application has aborted the request. Any thread. */
    @Override
    public boolean cancel() {
        call.cancel();
        return true;
    }

    /** There will be no connection. Any thread. */
    void shutDown() {
        shutDown = true;
        call.cancel();
    }

    boolean isShutDown() {
        return shutDown;
    }

    /** Whether it is not to go on. */
    @Override
    public boolean getAsBoolean() {
        return shutDown || (execAware != null && execAware.isAborted());
    }
}
