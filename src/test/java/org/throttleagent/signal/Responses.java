package org.throttleagent.signal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Responses as one line of text, and what a signal says as one line of text. */
final class Responses {
    /** Fri, 15 Jan 2027 08:00:00 GMT: epoch second 1800000000. */
    static final long WALL_MILLIS = 1_800_000_000_000L;

    static final SignalReader READER = SignalReader.create(SignalReader.DEFAULT_MAX_SIGNAL_NANOS);

    private Responses() {}

    /** A response with the fields of {@code "Name: value | Name: value"}. */
    static ResponseFacts response(int status, String fields) {
        return response(status, fields(fields));
    }

    /** The fields of {@code "Name: value | Name: value"}. */
    static List<String[]> fields(String fields) {
        List<String[]> parsed = new ArrayList<>();
        for (String field : fields.isEmpty() ? new String[0] : fields.split("\\|", -1)) {
            int colon = field.indexOf(':');
            parsed.add(new String[] {field.substring(0, colon).strip(), field.substring(colon + 1)});
        }
        return parsed;
    }

    static ResponseFacts response(int status, List<String[]> fields) {
        return new ResponseFacts() {
            @Override
            public int status() {
                return status;
            }

            @Override
            public void forEachHeader(HeaderVisitor visitor) {
                for (String[] field : fields) {
                    visitor.header(field[0], field[1]);
                }
            }
        };
    }

    /** What the default reader says of it, in words; empty for {@link RateSignal#NONE}. */
    static String read(int status, String fields) {
        return describe(READER.read(response(status, fields), "", WALL_MILLIS));
    }

    static String describe(RateSignal signal) {
        if (signal == RateSignal.NONE) {
            return "";
        }
        List<String> words = new ArrayList<>();
        words.add(signal.refused() ? "refused" : "-");
        words.add(signal.overloaded() ? "overloaded" : "");
        words.add(signal.waitNanos() == -1 ? "" : "wait=" + seconds(signal.waitNanos()));
        words.add(signal.clamped() ? "clamped" : "");
        words.add(signal.waitSource().isEmpty() ? "" : "by=" + signal.waitSource());
        words.add(signal.limit() == -1 ? "" : "limit=" + signal.limit());
        words.add(signal.remaining() == -1 ? "" : "remaining=" + signal.remaining());
        words.add(signal.resetNanos() == -1 ? "" : "reset=" + seconds(signal.resetNanos()));
        words.add(signal.saysLimit() ? "says-limit" : "");
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }

    static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + "s";
    }
}
