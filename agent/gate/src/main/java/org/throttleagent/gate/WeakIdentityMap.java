package org.throttleagent.gate;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers something about objects of a client, by identity and for as long as they live: a woven class gets no fields. A value
 * must not refer to its key, or neither would ever be forgotten.
 *
 * <p>Safe for use by many threads. What has been collected is forgotten when something new is remembered.
 */
public final class WeakIdentityMap<K, V> {
    private final ConcurrentHashMap<Object, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** The value of a key, or {@code null}. */
    public @Nullable V get(K key) {
        return values.get(new Probe(key));
    }

    /** The value of a key, made if there is none. Two threads may both make one; all get the same. */
    public V computeIfAbsent(K key, Supplier<V> maker) {
        V known = get(key);
        if (known != null) {
            return known;
        }
        V made = maker.get();
        forgetCollected();
        V earlier = values.putIfAbsent(new Key(key, collected), made);
        return earlier == null ? made : earlier;
    }

    /** Forgets a key; returns what its value was, or {@code null}. */
    public @Nullable V remove(K key) {
        return values.remove(new Probe(key));
    }

    /** How many keys are remembered, of which some may have been collected. */
    public int size() {
        forgetCollected();
        return values.size();
    }

    private void forgetCollected() {
        Reference<?> gone;
        while ((gone = collected.poll()) != null) {
            values.remove(gone);
        }
    }

    /** Stands for an object in a look-up. */
    private static final class Probe {
        private final Object sought;

        private Probe(Object sought) {
            this.sought = sought;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(sought);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key && ((Key) other).get() == sought;
        }
    }

    /** Stands for an object in the table. Once that is collected, it equals itself only. */
    private static final class Key extends WeakReference<Object> {
        private final int hash;

        private Key(Object object, ReferenceQueue<Object> queue) {
            super(object, queue);
            hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object object = get();
            return object != null && other instanceof Key && ((Key) other).get() == object;
        }
    }
}
