package org.throttleagent.runtime.client;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.throttleagent.gate.ClientAdapter;

/** The handlers that the gate asks, by hook name. Safe for use by many threads; a hook that is switched off stays off. */
public final class HookTable extends AbstractMap<String, BiFunction<Object, @Nullable Object, @Nullable Object>>
        implements ClientAdapter.Hooks {
    private static final BiFunction<Object, @Nullable Object, @Nullable Object> OFF =
            new BiFunction<Object, @Nullable Object, @Nullable Object>() {
                @Override
                public @Nullable Object apply(Object self, @Nullable Object argument) {
                    return null;
                }
            };

    private final Map<String, BiFunction<Object, @Nullable Object, @Nullable Object>> handlers =
            new ConcurrentHashMap<>();
    private final Map<String, LibraryAdapters> libraries = new ConcurrentHashMap<>();

    @Override
    public @Nullable BiFunction<Object, @Nullable Object, @Nullable Object> get(@Nullable Object hook) {
        BiFunction<Object, @Nullable Object, @Nullable Object> handler = hook == null ? null : handlers.get(hook);
        return handler != null || hook == null ? handler : handlerOfLibrary((String) hook);
    }

    /** Sets a handler, unless the hook was switched off. */
    @Override
    public void on(String hook, BiFunction<Object, @Nullable Object, @Nullable Object> handler) {
        handlers.putIfAbsent(hook, OwnRights.where(handler));
    }

    /** From now on, hooks whose names begin with the client's id and a slash go to the adapter of the object's loader. */
    void library(String clientId, LibraryAdapters adapters) {
        libraries.putIfAbsent(clientId, adapters);
    }

    /** Switches a hook off for good. */
    public void switchOff(String hook) {
        handlers.put(hook, OFF);
    }

    private @Nullable BiFunction<Object, @Nullable Object, @Nullable Object> handlerOfLibrary(String hook) {
        int slash = hook.indexOf('/');
        LibraryAdapters adapters = slash < 0 ? null : libraries.get(hook.substring(0, slash));
        if (adapters == null) {
            return null;
        }
        on(hook, new BiFunction<Object, @Nullable Object, @Nullable Object>() {
            @Override
            public @Nullable Object apply(Object self, @Nullable Object argument) {
                return adapters.handle(hook, self, argument);
            }
        });
        return handlers.get(hook);
    }

    @Override
    public Set<Entry<String, BiFunction<Object, @Nullable Object, @Nullable Object>>> entrySet() {
        return Collections.unmodifiableMap(handlers).entrySet();
    }
}
