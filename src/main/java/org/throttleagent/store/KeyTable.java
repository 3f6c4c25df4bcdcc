package org.throttleagent.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.throttleagent.rule.LimitKey;
import org.throttleagent.rule.Rule;

/**
 * The keys of this process, bounded in number. A full table forgets keys without debt; when there are none, further keys of a
 * rule share one overflow key, because forgetting debt would forgive it.
 */
/*
 * Look-ups go to the concurrent map alone. `evicting` guards `cursor`, which goes round the map a few entries at a time; a
 * thread that finds it taken does not wait but uses the overflow key. A key that is forgotten while another thread still holds
 * its state costs at most that one request's booking.
 */
public final class KeyTable {
    private static final int LOOKED_AT_PER_EVICTION = 64;

    private final int capacity;
    private final ConcurrentHashMap<LimitKey, KeyState> states = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final ReentrantLock evicting = new ReentrantLock();
    private @Nullable Iterator<KeyState> cursor;

    /**
     * An empty table.
     *
     * @param capacity the number of keys, without overflow keys; at least 1
     */
    public KeyTable(int capacity) {
        this.capacity = capacity;
    }

    /** The state of a key under a rule, made if it is new; {@code null} if it is new and there is no room for it. */
    public @Nullable KeyState find(LimitKey key, Rule rule, long now) {
        KeyState known = states.get(key);
        if (known == null) {
            if (size.get() >= capacity && !evictOne(now)) {
                return null;
            }
            known = add(key, rule, now);
        }
        known.adopt(rule, now);
        return known;
    }

    /** The state that the keys of a rule share for which there is no room. */
    public KeyState overflow(LimitKey overflowKey, Rule rule, long now) {
        KeyState known = states.get(overflowKey);
        if (known == null) {
            known = add(overflowKey, rule, now);
        }
        known.adopt(rule, now);
        return known;
    }

    /** All states, in no order. */
    public Collection<KeyState> all() {
        return states.values();
    }

    private KeyState add(LimitKey key, Rule rule, long now) {
        KeyState made = new KeyState(key, rule, now);
        KeyState earlier = states.putIfAbsent(key, made);
        if (earlier != null) {
            return earlier;
        }
        size.incrementAndGet();
        return made;
    }

    private boolean evictOne(long now) {
        if (!evicting.tryLock()) {
            return false;
        }
        try {
            Iterator<KeyState> each = cursor;
            for (int i = 0; i < LOOKED_AT_PER_EVICTION; i++) {
                if (each == null || !each.hasNext()) {
                    each = states.values().iterator();
                    cursor = each;
                    if (!each.hasNext()) {
                        return true;
                    }
                }
                KeyState candidate = each.next();
                if (candidate.pacer().withoutDebt(now) && states.remove(candidate.key(), candidate)) {
                    size.decrementAndGet();
                    return true;
                }
            }
            return false;
        } finally {
            evicting.unlock();
        }
    }
}
