package org.throttleagent.kit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as the application saw it: an answer, or exceptions from the outermost to the root.
 *
 * @param status 0 if there was no answer
 * @param headers in the client's case
 */
record Call(
        long startNanos,
        long endNanos,
        int status,
        String protocol,
        Map<String, List<String>> headers,
        String body,
        List<String> exceptions) {
    /** Reads one of the worker's entries. */
    @SuppressWarnings("unchecked")
    static Call of(Map<String, ?> json) {
        return new Call(
                number(json, "start"),
                number(json, "end"),
                json.containsKey("status") ? (int) number(json, "status") : 0,
                text(json, "protocol"),
                json.containsKey("headers") ? (Map<String, List<String>>) json.get("headers") : Map.of(),
                text(json, "body"),
                json.containsKey("exceptions") ? (List<String>) json.get("exceptions") : List.of());
    }

    double seconds() {
        return (endNanos - startNanos) / 1e9;
    }

    /** The exception itself, as {@code class: message}, or empty. */
    String exception() {
        return exceptions.isEmpty() ? "" : exceptions.get(0);
    }

    /** All values of a header. */
    List<String> header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static long number(Map<String, ?> json, String key) {
        @Nullable Object value = json.get(key);
        return value == null ? 0 : ((Number) value).longValue();
    }

    private static String text(Map<String, ?> json, String key) {
        Object value = json.get(key);
        return value == null ? "" : value.toString();
    }
}
