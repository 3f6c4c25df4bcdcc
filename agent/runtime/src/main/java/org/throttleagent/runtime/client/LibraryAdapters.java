package org.throttleagent.runtime.client;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.throttleagent.agent.AgentLoader;
import org.throttleagent.gate.Announced;
import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.Throttle;

/** The adapters of one client library: one for each class loader that has the library. */
/*
 * A woven class holds its adapter, through `byClass`; so an adapter lives as long as the library's loader, and no longer.
 * `byLoader` lets the classes of one loader find the same adapter and holds it weakly; its own monitor guards it. No class is
 * loaded under that monitor: two threads may make an adapter, and the one that comes second drops its own, unused.
 */
final class LibraryAdapters {
    private final AgentLoader agentLoader;
    private final String adapterClass;
    private final Throttle throttle;
    private final Map<ClassLoader, WeakReference<Handlers>> byLoader = new WeakHashMap<>();

    @SuppressWarnings("ClassValueUsedOncePerClass")
    private final ClassValue<Handlers> byClass = new ClassValue<Handlers>() {
        @Override
        protected Handlers computeValue(Class<?> woven) {
            return handlersOf(woven.getClassLoader());
        }
    };

    LibraryAdapters(AgentLoader agentLoader, String adapterClass, Throttle throttle) {
        this.agentLoader = agentLoader;
        this.adapterClass = adapterClass;
        this.throttle = throttle;
    }

    @Nullable
    Object handle(String hook, Object self, @Nullable Object argument) {
        BiFunction<Object, @Nullable Object, @Nullable Object> handler =
                byClass.get(self.getClass()).byHook.get(hook);
        return handler == null ? null : handler.apply(self, argument);
    }

    private Handlers handlersOf(@Nullable ClassLoader loader) {
        Handlers known = known(loader, null);
        return known != null ? known : keep(loader, make(loader));
    }

    private Handlers keep(@Nullable ClassLoader loader, Handlers made) {
        Handlers kept = known(loader, made);
        return kept == null ? made : kept;
    }

    /** The handlers of a loader; those offered become known if there are none. */
    private @Nullable Handlers known(@Nullable ClassLoader loader, @Nullable Handlers offered) {
        synchronized (byLoader) {
            WeakReference<Handlers> reference = byLoader.get(loader);
            Handlers known = reference == null ? null : reference.get();
            if (known == null && offered != null) {
                byLoader.put(loader, new WeakReference<>(offered));
            }
            return known;
        }
    }

    private Handlers make(@Nullable ClassLoader loader) {
        try {
            ClassLoader beside = new BesideLoader(agentLoader, loader, packageOf(adapterClass));
            ClientAdapter adapter = (ClientAdapter) Announced.by(adapterClass, beside);
            Handlers handlers = new Handlers();
            adapter.attach(throttle, handlers);
            return handlers;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + adapterClass, e);
        }
    }

    private static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('.') + 1);
    }

    /** The handlers of one adapter by hook. Filled before it is published, and never changed. */
    private static final class Handlers implements ClientAdapter.Hooks {
        private final Map<String, BiFunction<Object, @Nullable Object, @Nullable Object>> byHook = new HashMap<>();

        @Override
        public void on(String hook, BiFunction<Object, @Nullable Object, @Nullable Object> handler) {
            byHook.put(hook, handler);
        }
    }
}
