package org.throttleagent.client.jdkhttpclient;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Weaves the hooks into this JVM's own java.net.http, as their annotations say, with a throttle of the test's behind. */
final class WovenClient {
    private static final String GATE = "org/throttleagent/gate/ThrottleGate.class";
    private static final List<Class<?>> HOOKS = List.of(
            AttemptAdvice.class, BeginAdvice.class, CancelAdvice.class, PromiseAdvice.class, ResponseAdvice.class);

    private static final List<Throwable> FAILURES = new CopyOnWriteArrayList<>();

    private static volatile Throttle throttle = () -> {
        throw new IllegalStateException("no test uses it yet");
    };

    private static final Map<String, BiFunction<Object, @Nullable Object, @Nullable Object>> HANDLERS = weave();

    private WovenClient() {}

    /** From now on the hooks ask {@code newThrottle}. */
    static void use(Throttle newThrottle) {
        throttle = newThrottle;
        FAILURES.clear();
        ThrottleGate.install(HANDLERS, (hook, failure) -> FAILURES.add(failure));
    }

    /** What the hooks let escape since {@link #use}. */
    static List<Throwable> failures() {
        return FAILURES;
    }

    private static Map<String, BiFunction<Object, @Nullable Object, @Nullable Object>> weave() {
        Map<String, BiFunction<Object, @Nullable Object, @Nullable Object>> handlers = new HashMap<>();
        try {
            Instrumentation instrumentation = ByteBuddyAgent.install();
            instrumentation.appendToBootstrapClassLoaderSearch(gate());
            new JdkHttpClientAdapter().attach(() -> throttle.newCall(), handlers::put);
            instrumentation.redefineModule(
                    HttpClient.class.getModule(),
                    Set.of(ThrottleGate.class.getModule()),
                    Map.of(),
                    Map.of("jdk.internal.net.http", Set.of(WovenClient.class.getModule())),
                    Set.of(),
                    Map.of());
            AgentBuilder builder = new AgentBuilder.Default()
                    .disableClassFormatChanges()
                    .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                    .with(AgentBuilder.InstallationListener.ErrorSuppressing.INSTANCE)
                    .ignore(ElementMatchers.none());
            for (Class<?> hook : HOOKS) {
                builder = weave(builder, hook);
            }
            builder.installOn(instrumentation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return handlers;
    }

    private static AgentBuilder weave(AgentBuilder builder, Class<?> hook) {
        AgentBuilder woven = builder;
        TypeDescription advice = TypePool.Default.of(hook.getClassLoader())
                .describe(hook.getName())
                .resolve();
        for (AnnotationDescription target : targets(advice)) {
            woven = woven.type(ElementMatchers.named(text(target, "type")))
                    .transform((type, description, loader, module, domain) ->
                            type.visit(Advice.to(advice, ClassFileLocator.ForClassLoader.of(hook.getClassLoader()))
                                    .on(ElementMatchers.named(text(target, "method"))
                                            .and(ElementMatchers.hasDescriptor(text(target, "descriptor"))))));
        }
        return woven;
    }

    private static List<AnnotationDescription> targets(TypeDescription advice) {
        List<AnnotationDescription> targets = new ArrayList<>();
        for (AnnotationDescription annotation : advice.getDeclaredAnnotations()) {
            if (annotation.getAnnotationType().represents(WovenInto.class)) {
                targets.add(annotation);
            } else if (annotation.getAnnotationType().represents(WovenInto.All.class)) {
                targets.addAll(List.of(annotation.getValue("value").resolve(AnnotationDescription[].class)));
            }
        }
        return targets;
    }

    private static String text(AnnotationDescription annotation, String property) {
        return annotation.getValue(property).resolve(String.class);
    }

    /** The gate alone, for the JDK's own classes to see. */
    private static JarFile gate() throws IOException {
        Path jar = Files.createTempFile("gate", ".jar");
        jar.toFile().deleteOnExit();
        URL gate = WovenClient.class.getClassLoader().getResource(GATE);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry(GATE));
            entries.write(URI.create(gate.toString()).toURL().openStream().readAllBytes());
        }
        return new JarFile(jar.toFile());
    }
}
