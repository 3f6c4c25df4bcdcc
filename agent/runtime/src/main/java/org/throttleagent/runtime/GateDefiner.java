package org.throttleagent.runtime;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Announced;
import org.throttleagent.runtime.client.ClientRegistry;

/** Puts the gate class into {@code java.lang}, where every class loader finds it. */
/*
 * Nothing is appended to the boot class path: that would cost users their class data sharing. On 9 and newer the work is done by
 * a class compiled for 9, since reflection would have to spin method handles for it; the name in a string keeps it out of the
 * way of 8.
 */
final class GateDefiner {
    private GateDefiner() {}

    /** Opens what the agent needs to open; does nothing on 8. */
    interface Modules extends ClientRegistry.Opener {
        /** Defines a class in {@code java.lang}; to be called before all else. */
        void define(Instrumentation instrumentation, byte[] classFile) throws Exception;

        /** Whether this JVM has a module. */
        boolean has(String module);
    }

    /** Defines the gate; returns what can open further packages, or {@code null} on 8. */
    static @Nullable Modules define(Instrumentation instrumentation, byte[] classFile) throws Exception {
        if (System.getProperty("java.specification.version").startsWith("1.")) {
            defineWithUnsafe(classFile);
            return null;
        }
        Modules modules =
                (Modules) Announced.by("org.throttleagent.runtime.Modules9", GateDefiner.class.getClassLoader());
        modules.define(instrumentation, classFile);
        return modules;
    }

    private static void defineWithUnsafe(byte[] classFile) throws Exception {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Method define = type.getMethod(
                "defineClass",
                String.class,
                byte[].class,
                int.class,
                int.class,
                ClassLoader.class,
                ProtectionDomain.class);
        define.invoke(field.get(null), null, classFile, 0, classFile.length, null, null);
    }
}
