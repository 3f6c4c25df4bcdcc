package org.throttleagent.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throttleagent.Durations;
import org.throttleagent.rule.Keys;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.Rule;
import org.throttleagent.runtime.settings.Settings;
import org.throttleagent.signal.Explanation;
import org.throttleagent.signal.LimitWindow;
import org.throttleagent.signal.RateSignal;

/** What the agent reads in one response, as text or as one object of JSON. Immutable. */
final class ExplainedResponse {
    private final RecordedResponse response;
    private final @Nullable UrlRequest request;
    private final Rule rule;
    private final Settings settings;
    private final RateSignal signal;
    private final List<String> because;

    ExplainedResponse(
            RecordedResponse response,
            @Nullable UrlRequest request,
            Rule rule,
            Settings settings,
            Explanation explanation) {
        this.response = response;
        this.request = request;
        this.rule = rule;
        this.settings = settings;
        this.signal = explanation.signal();
        this.because = new ArrayList<>(explanation.because());
        if (!rule.headers()) {
            because.add("headers=off in rule " + rule.name() + ": the agent takes no notice of any of this");
        }
    }

    String json() {
        LimitWindow nearest = signal.nearest();
        List<JsonOutput> windows = new ArrayList<>();
        for (LimitWindow window : signal.windows()) {
            windows.add(new JsonOutput()
                    .putKnown("limit", window.limit())
                    .putKnown("remaining", window.remaining())
                    .putKnown("resetMillis", millis(window.resetNanos()))
                    .putKnown("windowMillis", millis(window.lengthNanos()))
                    .put("unit", window.unit().word())
                    .put("bucket", orNull(window.name().isEmpty() ? signal.bucket() : window.name())));
        }
        return new JsonOutput()
                .put("url", response.url)
                .putKnown("status", response.status())
                .put("limited", signal.refused())
                .putKnown("waitMillis", millis(signal.waitNanos()))
                .putKnown("limit", nearest == null ? -1 : nearest.limit())
                .putKnown("remaining", nearest == null ? -1 : nearest.remaining())
                .putKnown("resetMillis", nearest == null ? -1 : millis(nearest.resetNanos()))
                .put("bucket", orNull(bucket()))
                .putObjects("windows", windows)
                .putTexts("because", because)
                .toString();
    }

    /** Rounded up: who comes a moment too early is refused. */
    private static long millis(long nanos) {
        return nanos < 0 ? -1 : nanos / 1_000_000 + (nanos % 1_000_000 == 0 ? 0 : 1);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private String bucket() {
        LimitWindow nearest = signal.nearest();
        return !signal.bucket().isEmpty() || nearest == null ? signal.bucket() : nearest.name();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(response.status())
                .append(request == null ? "" : " " + request)
                .append(" (")
                .append(response.place)
                .append(")\n");
        line(text, "limited", limited());
        line(text, "next", next());
        for (LimitWindow window : signal.windows()) {
            line(text, "window", window(window));
        }
        if (!signal.bucket().isEmpty()) {
            line(text, "bucket", printable(signal.bucket()));
        }
        line(text, "rule", rule());
        for (String reason : because) {
            line(text, "because", reason);
        }
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String title, String what) {
        text.append("  ").append(title);
        for (int i = title.length(); i < 9; i++) {
            text.append(' ');
        }
        text.append(what).append('\n');
    }

    private String limited() {
        if (signal.refused()) {
            return "yes, the request was refused";
        }
        return signal.overloaded() ? "no, but the server is overloaded" : "no";
    }

    private String next() {
        if (!rule.headers()) {
            return "goes as the rule says; the answer does not count";
        }
        Mode mode = settings.ruleSet().mode().and(rule.mode());
        String would = mode == Mode.ENFORCE
                ? ""
                : "would wait, but mode is " + mode.name().toLowerCase(java.util.Locale.ROOT) + ": ";
        if (signal.waitNanos() > 0) {
            return would + "waits " + Durations.text(signal.waitNanos()) + " by " + signal.waitSource() + longer();
        }
        if (signal.refused() && signal.waitNanos() < 0) {
            return would + "waits 1s to 1.5s, and twice as long after each further refusal, up to 30s to 45s";
        }
        LimitWindow nearest = signal.nearest();
        if (nearest != null && nearest.remaining() >= 0 && nearest.unit().paces()) {
            return "goes at once; what is left is watched";
        }
        return "goes at once";
    }

    private String longer() {
        if (signal.waitNanos() <= rule.maxWaitNanos()) {
            return signal.clamped() ? ", which is cut: the server said more" : "";
        }
        return (signal.clamped() ? ", which is cut: the server said more;" : ",")
                + " longer than max-wait=" + Durations.text(rule.maxWaitNanos()) + ": "
                + (rule.failOnMaxWait() ? "requests fail until then" : "requests are sent all the same");
    }

    private static String window(LimitWindow window) {
        StringBuilder text = new StringBuilder();
        text.append(window.remaining() < 0 ? "?" : Long.toString(window.remaining()))
                .append(" of ")
                .append(window.limit() < 0 ? "?" : Long.toString(window.limit()))
                .append(' ')
                .append(window.unit().word())
                .append(" left");
        if (window.lengthNanos() > 0) {
            text.append(", window ").append(Durations.text(window.lengthNanos()));
        }
        if (window.resetNanos() >= 0) {
            text.append(", resets in ").append(Durations.text(window.resetNanos()));
        }
        if (!window.name().isEmpty()) {
            text.append(", called ").append(printable(window.name()));
        }
        return text.toString();
    }

    private String rule() {
        if (request == null) {
            return "unknown without a URL (--url)";
        }
        // no credential is known here, so nothing is hashed and the secret does not matter
        String key = new Keys(new byte[16]).keyOf(rule, request, false).label();
        String name = rule.named() ? rule.name() + ", which matches " + CheckReport.join(rule) : "none matches";
        return name + "; key " + key;
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            printable.append(c >= ' ' && c < 127 ? c : '?');
        }
        return printable.toString();
    }
}
