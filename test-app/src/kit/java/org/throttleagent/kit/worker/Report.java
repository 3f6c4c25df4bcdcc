package org.throttleagent.kit.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.throttleagent.app.client.Reply;

/** What the application saw in one case. Safe for use by many threads. */
final class Report {
    /** One entry per call, in the order in which they ended. Guarded by this. */
    private final List<Object> calls = new ArrayList<>();

    /** What else there is to tell. Guarded by this. */
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A call that the application made. */
    interface Call {
        Reply run() throws Exception;
    }

    /** Runs a call on this thread and notes how it ended. */
    void call(Call call) {
        long start = System.nanoTime();
        try {
            Reply reply = call.run();
            add(reply, null, start);
        } catch (Exception e) {
            add(null, e, start);
        }
    }

    synchronized void value(String name, Object value) {
        values.put(name, value);
    }

    synchronized void add(@Nullable Reply reply, @Nullable Throwable thrown, long startNanos) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("start", startNanos);
        call.put("end", System.nanoTime());
        if (reply != null) {
            call.put("status", reply.status());
            call.put("protocol", reply.protocol());
            call.put("headers", reply.headers());
            call.put("body", reply.text());
        }
        if (thrown != null) {
            call.put("exceptions", chain(thrown));
        }
        calls.add(call);
    }

    /** The exception and its causes, without the wrappers that futures add. */
    private static List<String> chain(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        List<String> chain = new ArrayList<>();
        while (cause != null && chain.size() < 10) {
            chain.add(cause.toString());
            cause = cause.getCause();
        }
        return chain;
    }

    synchronized String json(String id, @Nullable Throwable error) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("case", id);
        report.put("error", error == null ? null : chain(error) + " at " + error.getStackTrace()[0]);
        report.put("calls", calls);
        report.put("values", values);
        return Json.of(report);
    }
}
