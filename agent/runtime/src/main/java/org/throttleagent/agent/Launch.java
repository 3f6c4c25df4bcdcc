package org.throttleagent.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Starts the agent's runtime, which only the agent's loader can see. The runtime's initialiser puts an instance here: the first
 * use of reflection would cost recent JDKs tens of milliseconds.
 */
public abstract class Launch {
    private static final String RUNTIME = "org.throttleagent.runtime.AgentRuntime";

    /** Set once, by the thread that starts the agent, while it initialises the runtime's class. */
    private static volatile @Nullable Launch announced;

    /** Called by the runtime's initialiser. */
    public static void announce(Launch launch) {
        announced = launch;
    }

    /** What the runtime announces. */
    static Launch ofRuntime() throws Exception {
        Class.forName(RUNTIME, true, AgentLoader.create());
        Launch launch = announced;
        if (launch == null) {
            throw new IllegalStateException(RUNTIME + " announces nothing");
        }
        return launch;
    }

    /**
     * Makes what weaves.
     *
     * @param arguments what stood behind the equals sign of {@code -javaagent}
     * @param beforeMain whether the application has not begun, so that bad settings may stop it
     */
    protected abstract ClassFileTransformer launch(
            Instrumentation instrumentation, @Nullable String arguments, boolean beforeMain) throws Exception;
}
