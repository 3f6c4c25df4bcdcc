package org.throttleagent.signal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fields of one response say, before its status is looked at. Confined to the thread that reads the response. */
final class Facts {
    /*
     * Lists are walked by index: asking NONE, as nearly every response does, must not cost an iterator.
     */

    /** Windows that one response may speak of. */
    static final int MAX_WINDOWS = 32;

    /** Characters of a name that a server chooses. */
    static final int MAX_NAME = 64;

    /** Nothing was said. Shared, so never added to. */
    static final Facts NONE = new Facts();

    private final Delay directWait = new Delay();
    private boolean directWaitSaid;
    private boolean throttled;
    private boolean overloaded;
    private boolean global;
    private String bucket = "";
    private final List<Window> windows = new ArrayList<>(0);

    /** A direct delay of nanoseconds, {@link Grammar#PAST} or {@link Grammar#UNKNOWN}. */
    void directWait(Grammar grammar, String header, long nanos) {
        directWaitSaid |= nanos != Grammar.UNKNOWN;
        if (nanos >= 0) {
            directWait.offer(grammar, header, nanos);
        }
    }

    /** The window that a field speaks of; null if there are too many. */
    @Nullable
    Window window(HeaderField field, int index) {
        return window(field, field.dimension, index);
    }

    /** The window of a name that the value of a field tells; null if there are too many. */
    @Nullable
    Window window(HeaderField field, String dimension, int index) {
        String name = dimension.length() > MAX_NAME ? dimension.substring(0, MAX_NAME) : dimension;
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            if (window.dialect == field.dialect
                    && window.index == index
                    && window.dimension.equals(name)
                    && window.stem.equals(field.stem)) {
                return window;
            }
        }
        if (windows.size() >= MAX_WINDOWS) {
            return null;
        }
        Window window = new Window(field, name, index);
        windows.add(window);
        return window;
    }

    List<Window> windows() {
        return windows;
    }

    void throttled() {
        throttled = true;
    }

    void overloaded() {
        overloaded = true;
    }

    void global() {
        global = true;
    }

    void bucket(String name) {
        bucket = bucket.isEmpty() ? name : bucket;
    }

    /** All fields have been read: what belongs together is put together, and what says nothing is left out. */
    Facts settled() {
        for (int i = 0; i < windows.size(); i++) {
            windows.get(i).settle();
        }
        Matching.settle(windows);
        for (int i = windows.size() - 1; i >= 0; i--) {
            if (windows.get(i).isSilent()) {
                windows.remove(i);
            }
        }
        return this;
    }

    /** Whether a readable direct delay was there, even one that is over. */
    boolean saysDirectWait() {
        return directWaitSaid;
    }

    /** Whether a field says that the request was refused for a limit. */
    boolean saysThrottled() {
        return throttled;
    }

    /** Whether a field says that the server is overloaded. */
    boolean saysOverloaded() {
        return overloaded;
    }

    /** Whether a refusal is for everything that this client does. */
    boolean isGlobal() {
        return global;
    }

    /** The name of the limit that the request fell under; empty if the server does not tell. */
    String bucket() {
        return bucket;
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
            if (nearest == null || window.isNearerThan(nearest)) {
                nearest = window;
            }
        }
        return nearest;
    }

    /** Whether a window is exhausted; with a status, of a dialect that refuses with it. */
    boolean exhausted(int status) {
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            if (window.isExhausted() && (status == 0 || window.dialect.refusalStatus == status)) {
                return true;
            }
        }
        return false;
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
