package org.throttleagent.testing;

import java.util.ArrayList;
import java.util.List;
import org.throttleagent.control.Answer;
import org.throttleagent.signal.RateSignal;
import org.throttleagent.signal.ResponseFacts;
import org.throttleagent.signal.SignalReader;

/** The head of a response. Immutable. */
public record TestResponse(int status, List<String> fields) implements ResponseFacts {
    private static final SignalReader READER = SignalReader.create(SignalReader.DEFAULT_MAX_SIGNAL_NANOS);

    public static TestResponse of(int status) {
        return new TestResponse(status, List.of());
    }

    public TestResponse with(String name, Object value) {
        List<String> more = new ArrayList<>(fields);
        more.add(name);
        more.add(value.toString());
        return new TestResponse(status, List.copyOf(more));
    }

    /** What it says; the wall clock stands at second 1,800,000,000. */
    public RateSignal signal() {
        return READER.read(this, "api.test", 1_800_000_000_000L);
    }

    public Answer answer(long sequence, long sentAt, long now) {
        return new Answer(signal(), sequence, sentAt, now, 0);
    }

    @Override
    public void forEachHeader(HeaderVisitor visitor) {
        for (int i = 0; i < fields.size(); i += 2) {
            visitor.header(fields.get(i), fields.get(i + 1));
        }
    }
}
