package org.throttleagent.runtime;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.throttleagent.weaver.DefiningMethod;

/**
 * The short way to define the gate: a class of {@code java.lang} that hardly any program loads gets, while this loads it, a method
 * that does it.
 */
/*
 * `Instrumentation.redefineModule`, the long way, has the JVM spin five lambdas, which costs a program's first request 15 to 40 ms
 * of CPU time, most of it in the compiler threads; this costs about one. It takes a thread, since the JVM shows an agent no class
 * that is loaded while the agent transforms another. The wait for that thread is bounded: it runs the transformers of other
 * agents, and one of them could wait for a lock that this thread's caller holds.
 */
@NullMarked
final class Doorway implements ClassFileTransformer, Runnable {
    /** Of the JDK's exceptions, one that only reading a broken annotation throws. */
    private static final String CLASS = "java/lang/EnumConstantNotPresentException";

    private static final String GATE = "java/lang/ThrottleGate";
    private static final long WAIT_MILLIS = 500;

    /** Whether the class got its method; written by one thread, which {@link #define} waits for. */
    private volatile boolean open;

    private Doorway() {}

    /**
     * Defines the gate.
     *
     * @return false if it is not defined: the class was loaded before, or this JVM defines classes in another way
     * @throws LinkageError if there is a class of the gate's name
     */
    static boolean define(Instrumentation agents, byte[] gate) {
        Doorway doorway = new Doorway();
        agents.addTransformer(doorway);
        try {
            Thread loading = new Thread(null, doorway, "throttle-agent-start", 0, false);
            loading.setDaemon(true);
            loading.start();
            loading.join(WAIT_MILLIS);
            return doorway.open && JdkException.defineThrottleGate(gate) != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (NoSuchMethodError e) {
            return false;
        } finally {
            agents.removeTransformer(doorway);
        }
    }

    @Override
    public void run() {
        try {
            Class.forName(CLASS.replace('/', '.'), false, null);
        } catch (ClassNotFoundException e) {
            // it stays shut
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (!CLASS.equals(name) || redefined != null) {
            return null;
        }
        byte[] withMethod = DefiningMethod.addTo(classFile, "defineThrottleGate", GATE);
        open = true;
        return withMethod;
    }
}
