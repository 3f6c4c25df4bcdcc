package org.throttleagent.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throttleagent.signal.ResponseFacts;

/** The head of a response as a file has it. Filled by who reads the file. */
final class RecordedResponse implements ResponseFacts {
    /** Where it begins: the file's name and the line. */
    final String place;

    private final int status;
    private final List<String[]> fields = new ArrayList<>();
    /** What was asked for; null if the file does not tell. */
    @Nullable
    String url;

    /** Milliseconds since the epoch at which it was received; null if the file does not tell. */
    @Nullable
    Long receivedMillis;

    String method = "GET";

    RecordedResponse(String place, int status) {
        this.place = place;
        this.status = status;
    }

    void add(String name, String value) {
        fields.add(new String[] {name, value});
    }

    /** Puts a folded line behind the last field (RFC 9112 section 5.2). */
    void fold(String more) {
        String[] last = fields.get(fields.size() - 1);
        last[1] = last[1] + " " + more;
    }

    boolean hasFields() {
        return !fields.isEmpty();
    }

    /** The first value of a field, whose name is in any case; null if there is none. */
    @Nullable
    String first(String name) {
        for (String[] field : fields) {
            if (field[0].equalsIgnoreCase(name)) {
                return field[1];
            }
        }
        return null;
    }

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
}
