package org.throttleagent.app;

import java.util.List;

/** Tells the demo to programs: one JSON object on one line. Times are in milliseconds. */
final class JsonReport {
    private JsonReport() {}

    static String of(DemoOptions options, List<BatchResult> rows, boolean agentAttached) {
        Totals totals = new Totals(rows);
        StringBuilder json = new StringBuilder("{");
        field(json, "agentAttached", Boolean.toString(agentAttached));
        field(json, "requests", options.requests);
        field(json, "threads", options.threads);
        field(json, "made", totals.made);
        field(json, "arrived", totals.arrived);
        field(json, "refusedByServers", totals.refusedByServers);
        field(json, "succeeded", totals.succeeded);
        field(json, "refused", totals.refused);
        field(json, "failed", totals.failed);
        field(json, "failure", quote(totals.failure));
        json.append("\"rows\":[");
        for (BatchResult row : rows) {
            row(json, row);
        }
        return close(json, ']').append('}').toString();
    }

    private static void row(StringBuilder json, BatchResult row) {
        json.append('{');
        field(json, "client", quote(row.client));
        field(json, "server", quote(row.server));
        field(json, "limit", quote(row.limit));
        field(json, "made", row.made);
        field(json, "arrived", row.arrived);
        field(json, "refusedByServer", row.refusedByServer);
        field(json, "succeeded", row.succeeded);
        field(json, "refused", row.refused);
        field(json, "failed", row.failed);
        field(json, "timeMillis", row.timeNanos / 1_000_000);
        field(json, "longestMillis", row.longestNanos / 1_000_000);
        close(json, '}').append(',');
    }

    private static void field(StringBuilder json, String name, long value) {
        field(json, name, Long.toString(value));
    }

    private static void field(StringBuilder json, String name, String value) {
        json.append(quote(name)).append(':').append(value).append(',');
    }

    /** Ends an object or array that has at least one member. */
    private static StringBuilder close(StringBuilder json, char bracket) {
        json.setCharAt(json.length() - 1, bracket);
        return json;
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(' ');
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
