package org.throttleagent.runtime.cli;

import java.util.List;
import org.throttleagent.rule.Keys;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.Rule;
import org.throttleagent.runtime.Version;
import org.throttleagent.runtime.settings.Effective;
import org.throttleagent.runtime.settings.Loaded;
import org.throttleagent.runtime.settings.OnConfigError;
import org.throttleagent.runtime.settings.Problem;
import org.throttleagent.runtime.settings.Settings;

/** The report of {@link CheckCommand}, for someone who asks what the agent will do to a JVM. */
final class CheckReport {
    private final Loaded loaded;
    private final List<UrlRequest> urls;
    private final StringBuilder text = new StringBuilder();

    CheckReport(Loaded loaded, List<UrlRequest> urls) {
        this.loaded = loaded;
        this.urls = urls;
    }

    String text() {
        line("Throttle Agent " + Version.text() + ", in a JVM that is started here with these settings:");
        summary();
        problems("Errors", loaded.errors());
        problems("Warnings", loaded.warnings());
        Settings settings = loaded.settings();
        if (settings != null) {
            for (UrlRequest url : urls) {
                url(settings, url);
            }
        }
        settings();
        return text.toString();
    }

    private void summary() {
        Settings settings = loaded.settings();
        if (settings == null) {
            line(
                    loaded.onConfigError() == OnConfigError.FAIL
                            ? "  the JVM exits with status 78 before main, because of the errors below"
                            : "  it runs without the agent, because of the errors below");
        } else if (!settings.enabled()) {
            line("  the agent weaves nothing: throttle.enabled is false");
        } else {
            line("  " + inWords(settings.ruleSet().mode()));
            int rules = settings.ruleSet().rules().size();
            line("  "
                    + (rules == 0
                            ? "there are no rules"
                            : rules == 1 ? "there is 1 rule" : "there are " + rules + " rules")
                    + ", and other requests are treated so:");
            RuleInWords words = new RuleInWords(settings.ruleSet().defaults(), settings.maxSignalNanos());
            for (String sentence : words.sentences()) {
                line("    " + sentence);
            }
        }
    }

    private static String inWords(Mode mode) {
        switch (mode) {
            case ENFORCE:
                return "it delays requests and sends them again where that is called for (mode enforce)";
            case OBSERVE:
                return "it delays nothing and sends nothing again; the log says what it would have done (mode observe)";
            default:
                return "it does nothing but stand ready (mode off)";
        }
    }

    private void problems(String title, List<Problem> problems) {
        if (!problems.isEmpty()) {
            line("");
            line(title);
            for (Problem problem : problems) {
                line("  " + problem);
            }
        }
    }

    private void url(Settings settings, UrlRequest url) {
        Rule rule = settings.ruleSet().match(url);
        // no credential is known here, so nothing is hashed and the secret does not matter
        Keys keys = new Keys(new byte[16]);
        line("");
        line(url.toString());
        line("  rule  " + (rule.named() ? rule.name() + ", which matches " + join(rule) : "none matches"));
        line("  key   " + keys.keyOf(rule, url, false).label() + ", one for each " + rule.per());
        Mode mode = settings.ruleSet().mode().and(rule.mode());
        if (mode != Mode.ENFORCE) {
            line("  mode  " + inWords(mode));
        }
        for (String sentence : new RuleInWords(rule, settings.maxSignalNanos()).sentences()) {
            line("  - " + sentence);
        }
    }

    static String join(Rule rule) {
        StringBuilder joined = new StringBuilder();
        for (Object pattern : rule.patterns()) {
            joined.append(joined.length() == 0 ? "" : ", ").append(pattern);
        }
        return joined.toString();
    }

    private void settings() {
        int keyWidth = 0;
        int valueWidth = 0;
        for (Effective each : loaded.effective()) {
            keyWidth = Math.max(keyWidth, each.key().length());
            valueWidth = Math.max(valueWidth, Math.min(50, each.value().length()));
        }
        line("");
        line("Settings");
        for (Effective each : loaded.effective()) {
            line("  " + pad(each.key(), keyWidth) + "  " + pad(each.value(), valueWidth) + "  " + each.origin());
        }
    }

    private static String pad(String value, int width) {
        StringBuilder padded = new StringBuilder(value);
        while (padded.length() < width) {
            padded.append(' ');
        }
        return padded.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
