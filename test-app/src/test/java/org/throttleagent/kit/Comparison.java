package org.throttleagent.kit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What of an outcome must not depend on whether the agent is there. */
final class Comparison {
    private Comparison() {}

    /** How each call ended: status and body, or the class of the exception. */
    static List<String> calls(Outcome outcome) {
        return outcome.calls().stream()
                .map(call -> call.status() + " " + call.body() + " " + classOf(call.exception()))
                .toList();
    }

    /** What each server saw, to the byte, but for its own name. */
    static List<String> wire(Outcome outcome) {
        return outcome.servers().stream()
                .flatMap(server -> server.seen().stream())
                .map(seen -> seen.method() + ' ' + seen.path() + ' ' + headers(seen) + ' ' + seen.body())
                .toList();
    }

    private static Map<String, List<String>> headers(Seen seen) {
        Map<String, List<String>> headers = new TreeMap<>(seen.headers());
        headers.remove("host");
        return headers;
    }

    private static String classOf(String exception) {
        int colon = exception.indexOf(':');
        return colon < 0 ? exception : exception.substring(0, colon);
    }
}
