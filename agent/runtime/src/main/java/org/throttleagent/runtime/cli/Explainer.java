package org.throttleagent.runtime.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.throttleagent.rule.Rule;
import org.throttleagent.runtime.settings.Settings;
import org.throttleagent.signal.Explanation;
import org.throttleagent.signal.SignalReader;

/** Reads each response as the agent would, and prints what that comes to. */
final class Explainer implements ResponseSink {
    private final Settings settings;
    private final SignalReader reader;
    private final boolean json;
    private final @Nullable Long atMillis;
    private final PrintStream out;
    private final PrintStream err;
    private boolean anyProblem;

    /** {@code atMillis} is when responses were received, in milliseconds since the epoch; null for what the files say, or now. */
    Explainer(Settings settings, boolean json, @Nullable Long atMillis, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.reader = SignalReader.create(settings.maxSignalNanos(), settings.dialects());
        this.json = json;
        this.atMillis = atMillis;
        this.out = out;
        this.err = err;
    }

    boolean anyProblem() {
        return anyProblem;
    }

    @Override
    public void response(RecordedResponse response) {
        UrlRequest request = request(response);
        long received = received(response);
        Explanation explanation = reader.explain(response, request == null ? "" : request.host(), received);
        Rule rule = request == null
                ? settings.ruleSet().defaults()
                : settings.ruleSet().match(request);
        ExplainedResponse explained = new ExplainedResponse(response, request, rule, settings, explanation);
        out.print(json ? explained.json() + "\n" : explained.text());
    }

    private @Nullable UrlRequest request(RecordedResponse response) {
        String url = response.url;
        if (url == null) {
            return null;
        }
        try {
            return UrlRequest.parse(response.method + " " + url);
        } catch (UsageException e) {
            return null; // data:, blob: and their like
        }
    }

    private long received(RecordedResponse response) {
        Long recorded = response.receivedMillis;
        if (atMillis != null) {
            return atMillis;
        }
        return recorded == null ? System.currentTimeMillis() : recorded;
    }

    @Override
    public void problem(String file, int line, String what) {
        anyProblem = true;
        out.flush();
        err.println("throttle: " + file + ":" + line + ": " + what);
    }
}
