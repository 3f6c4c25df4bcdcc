package org.throttleagent.signal;

import java.util.List;

/** Puts together what one response says of the same window under names that differ. */
final class Matching {
    /*
     * Servers spread one window over names with and without a word: Limit-Requests and Remaining; DailyLimit and Remaining;
     * Hour-Remaining and one Reset for all. Windows are put together only where neither tells what the other tells, so that
     * two limits never become one.
     */

    private Matching() {}

    static void settle(List<Window> windows) {
        for (int i = windows.size() - 1; i >= 0; i--) { // from the end, since windows are taken out
            if (i >= windows.size()) {
                continue;
            }
            Window plain = windows.get(i);
            if (plain.dimension.isEmpty() && plain.index == 0) {
                if (!takeRequests(plain, windows) && !takeLimit(plain, windows) && plain.countsNothing()) {
                    giveReset(plain, windows);
                }
                plain.settle();
            }
        }
    }

    private static boolean related(Window one, Window other) {
        return one != other && one.dialect == other.dialect && one.stem.equals(other.stem);
    }

    /** A window of requests is the one whose fields name nothing, if they share no fact. */
    private static boolean takeRequests(Window plain, List<Window> windows) {
        for (int i = 0; i < windows.size(); i++) {
            Window other = windows.get(i);
            if (related(plain, other)
                    && Dimension.isPlain(other.dimension)
                    && other.index == 0
                    && !plain.rivals(other)) {
                plain.fillFrom(other);
                windows.remove(i);
                return true;
            }
        }
        return false;
    }

    /** The one window of which only the limit is told, if that is what is missing. */
    private static boolean takeLimit(Window plain, List<Window> windows) {
        if (plain.remaining() < 0 || plain.limit() >= 0) {
            return false;
        }
        Window only = null;
        for (int i = 0; i < windows.size(); i++) {
            Window other = windows.get(i);
            if (related(plain, other) && other.unit() == plain.unit()) {
                if (only != null || !other.limitOnly()) {
                    return false;
                }
                only = other;
            }
        }
        if (only != null) {
            plain.fillFrom(only);
            windows.remove(only);
        }
        return only != null;
    }

    /** One reset for all: it is that of the window that runs out first. */
    private static void giveReset(Window plain, List<Window> windows) {
        Window nearest = null;
        for (int i = 0; i < windows.size(); i++) {
            Window other = windows.get(i);
            if (related(plain, other) && !other.countsNothing()) {
                if (other.knowsReset()) {
                    return;
                }
                nearest = nearest == null || other.isNearerThan(nearest) ? other : nearest;
            }
        }
        if (nearest != null) {
            nearest.fillFrom(plain);
            windows.remove(plain);
        }
    }
}
