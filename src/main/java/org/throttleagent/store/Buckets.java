package org.throttleagent.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Which of a server's limits the requests of one key fall under, as its answers have told. Safe for use by many threads. */
/*
 * A server names the limit of a request only when it answers, so it must be foreseen: by the first segment of the path, as
 * long as all that were answered for it named the same. Where two did, the segment tells nothing, and its requests stay
 * together. Servers choose the names and callers the paths, so both are bounded: what comes later stays together too.
 */
public final class Buckets {
    private static final int MAX_NAMES = 64;
    private static final int MAX_SEGMENTS = 256;
    /** No server can choose it: names are trimmed. */
    private static final String SEVERAL = " ";

    private final ConcurrentMap<String, String> bySegment = new ConcurrentHashMap<>();
    /** The state of each limit that was named. */
    private final ConcurrentMap<String, KeyState> states = new ConcurrentHashMap<>();

    Buckets() {}

    /** The limit that a request to a path will fall under; {@code null} if that is not known. */
    public @Nullable String of(String path) {
        String name = bySegment.get(segment(path));
        return name == null || name.equals(SEVERAL) ? null : name;
    }

    /** A request to a path fell under the limit of this name; whether such requests are told apart by it from now on. */
    public boolean learn(String path, String name) {
        String segment = segment(path);
        String before = bySegment.get(segment);
        if (before == null) {
            if (bySegment.size() >= MAX_SEGMENTS || (states.size() >= MAX_NAMES && !states.containsKey(name))) {
                return false;
            }
            before = bySegment.putIfAbsent(segment, name);
        }
        if (before != null && !before.equals(name)) {
            bySegment.put(segment, SEVERAL);
            return false;
        }
        return true;
    }

    /** Keeps the state of a limit, so that what is said of all is said to it. */
    public void keep(String name, KeyState state) {
        states.put(name, state);
    }

    /** The states of all limits that were named. */
    public Iterable<KeyState> states() {
        return states.values();
    }

    /** Up to the second slash; what stands behind a question mark is no part of a path. */
    private static String segment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
