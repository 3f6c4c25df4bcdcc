package org.throttleagent.signal;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the fields of one response say, before its status is looked at. Confined to the thread that reads the response. */
final class Facts {
    /** Nothing was said. Shared, so never added to. */
    static final Facts NONE = new Facts();

    private final Delay directWait = new Delay();
    private boolean directWaitSaid;
    private final Map<Family, Window> windows = new EnumMap<>(Family.class);

    /** Adds one field line; a value that cannot be read leaves no trace. */
    void add(HeaderRow row, String value, ServerClock clock) {
        long read = row.grammar().read(value, clock);
        if (row.role() == Role.WAIT) {
            directWaitSaid |= read != Grammar.UNKNOWN;
            if (read >= 0) {
                directWait.offer(row, read);
            }
        } else if (read >= 0) {
            window(row.family()).add(row, read);
        }
    }

    private Window window(Family family) {
        Window window = windows.get(family);
        if (window == null) {
            window = new Window();
            windows.put(family, window);
        }
        return window;
    }

    /** Whether a readable direct delay was there, even one that is over. */
    boolean saysDirectWait() {
        return directWaitSaid;
    }

    Wait directWait(long maxNanos) {
        return directWait.toWait(maxNanos);
    }

    /** The window that runs out first, or null when none was spoken of. */
    @Nullable
    Window nearest() {
        Window nearest = null;
        for (Window window : windows.values()) {
            if (!window.isSilent() && (nearest == null || window.isNearerThan(nearest))) {
                nearest = window;
            }
        }
        return nearest;
    }

    /** The wait until the latest reset, of the exhausted windows only or of all. */
    Wait untilReset(boolean exhaustedOnly, long maxNanos) {
        Window latest = null;
        for (Window window : windows.values()) {
            boolean counts = window.isExhausted() || !exhaustedOnly;
            if (counts && (latest == null || window.resetNanos() > latest.resetNanos())) {
                latest = window;
            }
        }
        return latest == null ? Wait.UNKNOWN : latest.untilReset(maxNanos);
    }
}
