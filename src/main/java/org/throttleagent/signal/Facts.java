package org.throttleagent.signal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fields of one response say, before its status is looked at. Confined to the thread that reads the response. */
final class Facts {
    /*
     * Lists are walked by index: asking NONE, as nearly every response does, must not cost an iterator.
     */

    /** Nothing was said. Shared, so never added to. */
    static final Facts NONE = new Facts();

    private final Delay directWait = new Delay();
    private boolean directWaitSaid;
    private final List<Window> windows = new ArrayList<>(0);

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
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i).family() == family) {
                return windows.get(i);
            }
        }
        Window window = new Window(family);
        windows.add(window);
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
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            if (!window.isSilent() && (nearest == null || window.isNearerThan(nearest))) {
                nearest = window;
            }
        }
        return nearest;
    }

    /** The wait until the latest reset, of the exhausted windows only or of all. */
    Wait untilReset(boolean exhaustedOnly, long maxNanos) {
        Window latest = null;
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            boolean counts = window.isExhausted() || !exhaustedOnly;
            if (counts && (latest == null || window.resetNanos() > latest.resetNanos())) {
                latest = window;
            }
        }
        return latest == null ? Wait.UNKNOWN : latest.untilReset(maxNanos);
    }
}
