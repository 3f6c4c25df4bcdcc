package org.throttleagent.runtime.settings;

import java.util.List;
import org.throttleagent.rule.Rate;
import org.throttleagent.rule.RequestPattern;
import org.throttleagent.rule.Rule;

/** Makes a rule of what was set for it, and finds what does not fit together. */
final class RuleReader {
    private final List<Problem> errors;
    private final List<Problem> warnings;

    RuleReader(List<Problem> errors, List<Problem> warnings) {
        this.errors = errors;
        this.warnings = warnings;
    }

    /** The rule for the requests that no other matches. */
    Rule defaults(Values values) {
        checkBurst(values);
        return fill(Rule.defaults(), values).build();
    }

    /** A named rule; what is wrong with it has become an error, and then it must not be used. */
    Rule named(String name, Values values) {
        checkBurst(values);
        RawSetting any = values.anyRaw();
        if (name.equals(Rule.DEFAULT_NAME)) {
            errors.add(Problem.about(
                    any.key,
                    any.origin,
                    "no rule may be called default; for requests that no rule matches, leave out rule.default"));
        }
        List<RequestPattern> patterns = values.patterns();
        if (values.raw(Option.MATCH) == null) {
            errors.add(Problem.about(
                    Option.MATCH.key(name),
                    any.origin,
                    "missing: rule " + name + " has " + any.key + " but matches nothing"));
        }
        Rule.Builder builder = fill(Rule.builder(name), values).mode(values.mode(Option.RULE_MODE));
        return patterns == null ? builder.build() : builder.match(patterns).build();
    }

    private static Rule.Builder fill(Rule.Builder builder, Values values) {
        Boolean fail = values.failOnMaxWait();
        if (fail != null) {
            builder.failOnMaxWait(fail);
        }
        return builder.rates(values.rates())
                .burst(values.burst())
                .per(values.per())
                .maxWaitNanos(values.number(Option.MAX_WAIT))
                .headers(values.flag(Option.HEADERS))
                .retry(values.retry())
                .maxAttempts((int) values.number(Option.RETRY_MAX_ATTEMPTS))
                .maxConcurrent((int) values.number(Option.MAX_CONCURRENT));
    }

    private void checkBurst(Values values) {
        RawSetting burst = values.raw(Option.BURST);
        if (burst == null || values.burst() == 0) {
            return;
        }
        long most = 0;
        for (Rate rate : values.rates()) {
            most = Math.max(most, rate.permits());
        }
        RawSetting rate = values.raw(Option.RATE);
        if (rate == null) {
            warnings.add(Problem.about(burst.key, burst.origin, "has no effect without a rate"));
        } else if (most > 0 && values.burst() > most) {
            errors.add(Problem.unreadable(
                    burst,
                    "expected at most " + most + ", which is all that a window of " + rate.key + " = " + rate.value
                            + " holds; for a larger burst give a longer window, as in 600/m for 10/s"));
        }
    }
}
