package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    @Test
    void hasTheDocumentedDefaults() {
        Rule rule = Rule.builder("x").build();
        assertThat(rule.rates()).isEmpty();
        assertThat(rule.per()).hasToString("host");
        assertThat(rule.per().isDefault()).isTrue();
        assertThat(rule.maxWaitNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(60));
        assertThat(rule.headers()).isTrue();
        assertThat(rule.retry()).hasToString("refused,503");
        assertThat(rule.maxAttempts()).isEqualTo(5);
        assertThat(rule.maxConcurrent()).isZero();
        assertThat(rule.mode()).isEqualTo(Mode.ENFORCE);
        assertThat(rule.named()).isTrue();
        assertThat(Rule.defaults().build().named()).isFalse();
    }

    @Test
    void failsOnMaxWaitOnlyWhereItSetsARate() {
        List<Rate> rates = List.of(Rate.parse("1/s"));
        assertThat(Rule.builder("x").build().failOnMaxWait()).isFalse();
        assertThat(Rule.builder("x").rates(rates).build().failOnMaxWait()).isTrue();
        assertThat(Rule.builder("x").rates(rates).failOnMaxWait(false).build().failOnMaxWait())
                .isFalse();
        assertThat(Rule.builder("x").failOnMaxWait(true).build().failOnMaxWait())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}, burst {1}: {3}")
    @CsvSource({
        "10/s,   0,   1,   seconds: one by one",
        "100/59s,0,   1,   just under a minute",
        "100/m,  0,   10,  a minute: a tenth",
        "5000/h, 0,   500, an hour: a tenth",
        "5/h,    0,   1,   at least one",
        "10/s,   4,   4,   as it says",
        "10/s,   50,  10,  never more than the window holds",
        "5000/h, 1,   1,   one by one if it says so",
    })
    void burst(String rate, long explicit, long expected, String why) {
        Rule rule = Rule.builder("x")
                .rates(List.of(Rate.parse(rate)))
                .burst(explicit)
                .build();
        assertThat(rule.burst(rule.rates().get(0))).as(why).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ENFORCE,OBSERVE,OBSERVE",
        "OBSERVE,ENFORCE,OBSERVE",
        "ENFORCE,ENFORCE,ENFORCE",
        "OFF,ENFORCE,OFF",
        "OBSERVE,OFF,OFF"
    })
    void theMoreRestrainedModeHolds(Mode all, Mode rule, Mode expected) {
        assertThat(all.and(rule)).isEqualTo(expected);
    }
}
