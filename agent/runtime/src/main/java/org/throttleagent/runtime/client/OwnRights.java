package org.throttleagent.runtime.client;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A handler that runs with the agent's rights, where an application that called it may have fewer. */
/* Rights are those of all code on the stack from here on: what of the application a handler may call gains none. */
final class OwnRights implements BiFunction<Object, @Nullable Object, @Nullable Object> {
    private final BiFunction<Object, @Nullable Object, @Nullable Object> handler;

    private OwnRights(BiFunction<Object, @Nullable Object, @Nullable Object> handler) {
        this.handler = handler;
    }

    /** The handler itself where there is no security manager. */
    @SuppressWarnings({"removal", "deprecation"})
    static BiFunction<Object, @Nullable Object, @Nullable Object> where(
            BiFunction<Object, @Nullable Object, @Nullable Object> handler) {
        return System.getSecurityManager() == null ? handler : new OwnRights(handler);
    }

    @Override
    @SuppressWarnings({"removal", "deprecation"})
    public @Nullable Object apply(Object self, @Nullable Object argument) {
        return AccessController.doPrivileged(new PrivilegedAction<@Nullable Object>() {
            @Override
            public @Nullable Object run() {
                return handler.apply(self, argument);
            }
        });
    }
}
