package org.throttleagent.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedExceptionAction;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * The entry point: registers a transformer that compares names, and nothing more. All else is loaded when the first class with a
 * known name comes along, or was there already.
 */
/*
 * `runtime` is made once, under this object's monitor, by the first thread that needs it; the work done there touches agent and
 * JDK classes only, never an application's class loader. `starting` keeps that same thread out while it loads what it needs.
 */
public final class ThrottleAgent implements ClassFileTransformer {
    /** Set by the first attach: a second one, by JAVA_TOOL_OPTIONS and the command line both, does nothing. */
    private static boolean attached;

    private final Targets targets;
    private final @Nullable String arguments;
    private final Instrumentation instrumentation;
    private final boolean beforeMain;
    private volatile @Nullable ClassFileTransformer runtime;
    private boolean starting;
    private boolean failed;

    private ThrottleAgent(
            Targets targets, @Nullable String arguments, Instrumentation instrumentation, boolean beforeMain) {
        this.targets = targets;
        this.arguments = arguments;
        this.instrumentation = instrumentation;
        this.beforeMain = beforeMain;
    }

    /** Called by the JVM for {@code -javaagent}. Never throws: on recent JDKs that would end the JVM. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        attach(arguments, instrumentation, true);
    }

    /** Called by the JVM when the agent is attached to it while it runs. */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        attach(arguments, instrumentation, false);
    }

    /** The command line: {@code java -jar throttle-agent.jar ...}. */
    public static void main(String[] arguments) throws Exception {
        Class<?> commands = AgentLoader.create().loadClass("org.throttleagent.runtime.cli.Main");
        commands.getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void attach(@Nullable String arguments, Instrumentation instrumentation, boolean beforeMain) {
        try {
            if (Switches.disabled(arguments) || JdkTools.isOne()) {
                return;
            }
            synchronized (ThrottleAgent.class) { // guards `attached`
                if (attached) {
                    return;
                }
                attached = true;
            }
            start(arguments, instrumentation, beforeMain);
        } catch (Throwable e) {
            complain(e);
        }
    }

    private static void start(@Nullable String arguments, Instrumentation instrumentation, boolean beforeMain)
            throws Exception {
        Targets targets = new Targets();
        ThrottleAgent agent = new ThrottleAgent(targets, arguments, instrumentation, beforeMain);
        if (beforeMain && Switches.settingsAreCheckedFirst(arguments)) {
            agent.runtime();
        }
        instrumentation.addTransformer(agent, true);
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (targets.contain(loaded.getName())) {
                instrumentation.retransformClasses(loaded);
            }
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (name == null || !targets.contain(name)) {
            return null;
        }
        try {
            ClassFileTransformer weaver = runtime();
            return weaver == null ? null : weaver.transform(loader, name, redefined, domain, classFile);
        } catch (Throwable e) {
            complain(e);
            return null;
        }
    }

    private @Nullable ClassFileTransformer runtime() throws Exception {
        ClassFileTransformer made = runtime;
        return made != null ? made : makeRuntime();
    }

    @SuppressWarnings({"removal", "deprecation"})
    private synchronized @Nullable ClassFileTransformer makeRuntime() throws Exception {
        if (runtime == null && !starting && !failed) {
            starting = true;
            failed = true;
            try {
                runtime = System.getSecurityManager() == null ? loadRuntime() : loadRuntimeWithOwnRights();
                failed = false;
            } finally {
                starting = false;
            }
        }
        return runtime;
    }

    private ClassFileTransformer loadRuntime() throws Exception {
        return Launch.ofRuntime().launch(instrumentation, arguments, beforeMain);
    }

    /** The application, whose class is being loaded, may have fewer rights than its policy gives to the agent's jar. */
    @SuppressWarnings({"removal", "deprecation"})
    private ClassFileTransformer loadRuntimeWithOwnRights() throws Exception {
        return AccessController.doPrivileged(new PrivilegedExceptionAction<ClassFileTransformer>() {
            @Override
            public ClassFileTransformer run() throws Exception {
                return loadRuntime();
            }
        });
    }

    private static void complain(Throwable e) {
        try {
            System.err.println("throttle: the agent could not start and does nothing: " + e);
            if (Switches.debugging()) {
                e.printStackTrace();
            }
        } catch (Throwable alsoFailed) {
            // nobody is left to tell
        }
    }
}
