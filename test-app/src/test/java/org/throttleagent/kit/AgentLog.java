package org.throttleagent.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The throttle log of one fork, as logfmt. */
record AgentLog(List<Line> lines) {
    /** One line: its text, and its fields by key. */
    record Line(String text, Map<String, String> fields) {
        String field(String key) {
            return fields.getOrDefault(key, "");
        }

        long number(String key) {
            String value = fields.get(key);
            if (value == null) {
                throw new AssertionError("no " + key + " in: " + text);
            }
            return Long.parseLong(value);
        }
    }

    static AgentLog read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        if (Files.exists(file)) {
            for (String text : Files.readAllLines(file)) {
                lines.add(new Line(text, fields(text)));
            }
        }
        return new AgentLog(lines);
    }

    /** The lines of an event about the key of a port. A key may go on with a credential after the port. */
    List<Line> events(String event, int port) {
        String key = "127.0.0.1:" + port;
        return lines.stream()
                .filter(line -> line.field("event").equals(event))
                .filter(line -> line.field("key").equals(key)
                        || line.field("key").startsWith(key + "#")
                        || line.field("key").startsWith(key + ","))
                .toList();
    }

    /** The sum of a count over all keys of a port at the end of the JVM. */
    long total(String count, int port) {
        return events("totals", port).stream()
                .mapToLong(line -> line.number(count))
                .sum();
    }

    /** When requests to a port were let go, in order, by the monotonic clock. */
    List<Long> grants(int port) {
        return events("sent", port).stream()
                .map(line -> line.number("at"))
                .sorted()
                .toList();
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(' ', at);
            int equals = text.indexOf('=', at);
            if (equals >= 0 && equals + 1 < text.length() && text.charAt(equals + 1) == '"') {
                int quote = text.indexOf('"', equals + 2);
                end = quote < 0 ? text.length() : quote + 1;
            }
            end = end < 0 ? text.length() : end;
            if (equals > at && equals < end) {
                fields.put(
                        text.substring(at, equals),
                        text.substring(equals + 1, end).replace("\"", ""));
            }
            at = end + 1;
        }
        return fields;
    }
}
