package org.throttleagent.runtime;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedExceptionAction;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.throttleagent.agent.Launch;
import org.throttleagent.runtime.settings.Loaded;
import org.throttleagent.runtime.settings.OnConfigError;
import org.throttleagent.runtime.settings.Settings;
import org.throttleagent.runtime.settings.Sources;

/** The agent once it is needed: made when the first class with a known name is loaded. */
/*
 * All that runs at the first request is written without lambdas and method references: the first use of each would spin a class,
 * which costs more than loading one.
 */
public final class AgentRuntime implements ClassFileTransformer {
    static {
        Launch.announce(new Launch() {
            @Override
            protected ClassFileTransformer launch(
                    Instrumentation instrumentation, @Nullable String arguments, boolean beforeMain) throws Exception {
                return new AgentRuntime(instrumentation, arguments, beforeMain);
            }
        });
    }

    /** Where nothing is woven: the agent is switched off, or its settings cannot be read. */
    private final @Nullable ClassWeaver weaver;

    private AgentRuntime(Instrumentation instrumentation, @Nullable String arguments, boolean beforeMain)
            throws Exception {
        weaver = privileged(new PrivilegedExceptionAction<@Nullable ClassWeaver>() {
            @Override
            public @Nullable ClassWeaver run() throws Exception {
                return start(instrumentation, arguments, beforeMain);
            }
        });
    }

    private static @Nullable ClassWeaver start(
            Instrumentation instrumentation, @Nullable String arguments, boolean beforeMain) throws Exception {
        Loaded loaded = Settings.load(Sources.ofThisJvm(arguments));
        Settings settings = loaded.settings();
        if (settings == null) {
            boolean fail = loaded.onConfigError() == OnConfigError.FAIL && beforeMain;
            System.err.print(BadSettings.text(loaded.errors(), fail));
            if (fail) {
                // nothing has begun yet that an orderly exit would have to end; on 26 either takes a minute
                // (JDK-8387045)
                Runtime.getRuntime().halt(BadSettings.EXIT_STATUS);
            }
            return null;
        }
        return settings.enabled() ? StartUp.weaver(instrumentation, settings, loaded.warnings()) : null;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        ClassWeaver active = weaver;
        try {
            return active == null
                    ? null
                    : privileged(new PrivilegedExceptionAction<byte @Nullable []>() {
                        @Override
                        public byte @Nullable [] run() throws Exception {
                            return active.weave(loader, name.replace('/', '.'), classFile);
                        }
                    });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the agent's own rights, whoever's code is on the stack. */
    @SuppressWarnings({"removal", "deprecation"})
    private static <T> @Nullable T privileged(PrivilegedExceptionAction<@Nullable T> action) throws Exception {
        return System.getSecurityManager() == null ? action.run() : AccessController.doPrivileged(action);
    }
}
