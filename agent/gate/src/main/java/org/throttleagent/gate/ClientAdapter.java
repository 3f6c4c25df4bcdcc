package org.throttleagent.gate;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the agent does in one HTTP client. An adapter for a client of the JDK exists once; one for a library exists once
 * for each class loader that has the library, in a class loader of its own that sees the library's types.
 *
 * <p>An adapter announces an instance of itself in its initialiser (see {@link Announced}) and carries a {@link ClientId}.
 */
public interface ClientAdapter {
    /**
     * The packages of the JDK whose insides the adapter reaches by reflection, each as {@code module/package}. They are opened
     * to the agent, and to it alone, before {@link #attach}; on Java 8 nothing needs to be.
     */
    default String[] opens() {
        return new String[0];
    }

    /**
     * Names the handlers of this client's hooks.
     *
     * @param throttle the agent
     * @param hooks takes each handler under the name that the advice uses
     */
    void attach(Throttle throttle, Hooks hooks);

    /** Takes the handlers of an adapter. */
    interface Hooks {
        /**
         * Sets what happens at a hook: the handler gets the woven object and the advice's argument. Its result goes to
         * the advice; an exception that it throws is a defect of the agent and never reaches the application.
         */
        void on(String hook, BiFunction<Object, @Nullable Object, @Nullable Object> handler);
    }
}
