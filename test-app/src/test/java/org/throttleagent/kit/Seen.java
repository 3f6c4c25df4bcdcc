package org.throttleagent.kit;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as a server saw it.
 *
 * @param nanoTime when its head was read; the monotonic clock is one for all processes of a machine
 * @param headers by lower-case name
 * @param connection tells connections apart, where the server can; else -1
 */
record Seen(long nanoTime, String method, String path, Map<String, List<String>> headers, String body, int connection) {
    /** All values of a header. */
    List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
