package org.throttleagent.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import org.throttleagent.pace.Gcra;
import org.throttleagent.rule.Rate;
import org.throttleagent.rule.Rule;
import org.throttleagent.rule.TimeSpans;

/** Says in plain words what a rule does to the requests that it is for. */
final class RuleInWords {
    private final Rule rule;
    private final long maxSignalNanos;

    RuleInWords(Rule rule, long maxSignalNanos) {
        this.rule = rule;
        this.maxSignalNanos = maxSignalNanos;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Rate rate : rule.rates()) {
            sentences.add(pace(rate));
        }
        if (rule.maxConcurrent() > 0) {
            sentences.add("at most " + rule.maxConcurrent() + " in flight at a time");
        }
        sentences.add(server());
        sentences.add(maxWait());
        sentences.add(retry());
        return sentences;
    }

    private String pace(Rate rate) {
        long burst = rule.burst(rate);
        long intervalNanos = Gcra.of(rate.permits(), rate.periodNanos(), burst).intervalNanos();
        String first = burst == 1 ? "" : "up to " + burst + " at once after idleness, then ";
        return "rate " + rate + ": " + first + "one every " + TimeSpans.format(intervalNanos) + "; never more than "
                + rate.permits() + " in any " + TimeSpans.format(rate.periodNanos());
    }

    private String server() {
        if (!rule.headers()) {
            return "what the server says about its limits is ignored";
        }
        String waits = " (waits of more than " + TimeSpans.format(maxSignalNanos) + " are not believed)";
        return rule.rates().isEmpty()
                ? "no delay until the server shows a limit or refuses; then as it says" + waits
                : "slower, or not at all for a while, where the server says so" + waits;
    }

    private String maxWait() {
        return "a request is delayed by " + TimeSpans.format(rule.maxWaitNanos())
                + " at most, and never beyond its own timeout; "
                + (rule.failOnMaxWait()
                        ? "one that would have to wait longer fails with an IOException"
                        : "one that would have to wait longer is sent at once");
    }

    private String retry() {
        if (rule.maxAttempts() == 1 || rule.retry().toString().equals("off")) {
            return "nothing is sent again";
        }
        return "sent again after " + rule.retry() + ", up to " + rule.maxAttempts()
                + " attempts in all, where the body can be repeated and nothing is signed";
    }
}
