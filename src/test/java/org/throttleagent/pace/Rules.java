package org.throttleagent.pace;

import java.util.Arrays;
import org.throttleagent.rule.Rate;
import org.throttleagent.rule.Rule;

/** Rules in one line. */
final class Rules {
    static final Rule FREE = Rule.defaults().build();

    private Rules() {}

    static Rule rates(long burst, String... rates) {
        return Rule.builder("test")
                .rates(Arrays.stream(rates).map(Rate::parse).toList())
                .burst(burst)
                .build();
    }

    static Rule concurrent(int most) {
        return Rule.builder("test").maxConcurrent(most).build();
    }
}
