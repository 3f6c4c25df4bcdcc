package org.throttleagent.runtime.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Counts what goes wrong at each hook: it is told once, and ten failures within a minute switch the hook off. The client has
 * gone on without the agent by then, each time.
 */
public final class HookFailures implements BiConsumer<String, Throwable> {
    private static final int TOO_MANY = 10;
    private static final long WITHIN_NANOS = 60_000_000_000L;

    private final HookTable hooks;
    private final Listener listener;
    private final Map<String, Recent> recent = new ConcurrentHashMap<>();

    /** Told of failures. */
    public interface Listener {
        /** A hook failed for the first time. */
        void failed(String hook, Throwable error);

        /** A hook failed so often that it was switched off. */
        void switchedOff(String hook, Throwable error);
    }

    /** Watches over the hooks of a table. */
    public HookFailures(HookTable hooks, Listener listener) {
        this.hooks = hooks;
        this.listener = listener;
    }

    @Override
    public void accept(String hook, Throwable error) {
        Recent failures = recent.computeIfAbsent(hook, name -> new Recent());
        switch (failures.add(System.nanoTime())) {
            case FIRST:
                listener.failed(hook, error);
                break;
            case TOO_MANY:
                hooks.switchOff(hook);
                listener.switchedOff(hook, error);
                break;
            case ANOTHER:
                break;
        }
    }

    private enum Count {
        FIRST,
        ANOTHER,
        TOO_MANY
    }

    /** When a hook failed last; guarded by its own monitor. */
    private static final class Recent {
        private final long[] at = new long[TOO_MANY];
        private long count;

        private synchronized Count add(long now) {
            at[(int) (count % TOO_MANY)] = now;
            count++;
            if (count < TOO_MANY) {
                return count == 1 ? Count.FIRST : Count.ANOTHER;
            }
            long tenthLast = at[(int) (count % TOO_MANY)];
            return now - tenthLast < WITHIN_NANOS ? Count.TOO_MANY : Count.ANOTHER;
        }
    }
}
