package org.throttleagent.kit;

import com.github.tomakehurst.wiremock.common.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the worker printed about one case.
 *
 * @param error why it did not get through, or empty
 */
record WorkerReport(String id, String error, List<Call> calls, Map<String, ?> values) {
    /** Reads one line. */
    @SuppressWarnings("unchecked")
    static WorkerReport of(String line) {
        Map<String, Object> json = Json.read(line, Map.class);
        List<Map<String, ?>> calls = (List<Map<String, ?>>) Objects.requireNonNull(json.get("calls"));
        return new WorkerReport(
                Objects.toString(json.get("case")),
                Objects.toString(json.get("error"), ""),
                calls.stream().map(Call::of).toList(),
                (Map<String, ?>) Objects.requireNonNull(json.get("values")));
    }
}
