package org.throttleagent.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.throttleagent.rule.Mode;
import org.throttleagent.rule.Rule;

class SettingsTest {
    @Test
    void theDefaultsAreThoseOfARuleWithNothingSet() {
        Settings settings = new Given().settings();
        Rule actual = settings.ruleSet().defaults();
        Rule expected = Rule.defaults().build();
        assertThat(actual)
                .usingRecursiveComparison()
                .as("what Option documents and what Rule does")
                .isEqualTo(expected);
        assertThat(settings.enabled()).isTrue();
        assertThat(settings.onConfigError()).isEqualTo(OnConfigError.DISABLE);
        assertThat(settings.ruleSet().mode()).isEqualTo(Mode.ENFORCE);
        assertThat(settings.ruleSet().rules()).isEmpty();
        assertThat(settings.maxSignalNanos()).isEqualTo(TimeUnit.HOURS.toNanos(1));
        assertThat(settings.logLevel()).isEqualTo("info");
        assertThat(settings.logFile()).isNull();
        assertThat(settings.logFileBytes()).isEqualTo(50L << 20);
        assertThat(settings.logJson()).isFalse();
        assertThat(settings.configFile()).isNull();
        assertThat(settings.clientEnabled("okhttp")).isTrue();
    }

    @Test
    void everythingCanBeSet() {
        Settings settings = new Given()
                .file(
                        "throttle.enabled=false",
                        "throttle.on-config-error=fail",
                        "throttle.mode=observe",
                        "throttle.max-signal=10m",
                        "throttle.log.level=debug",
                        "throttle.log.file=/var/log/t.log",
                        "throttle.log.file.size=1GB",
                        "throttle.log.format=json",
                        "throttle.client.okhttp.enabled=false",
                        "throttle.rule.my-api.match=a.com, \\",
                        "   b.com",
                        "throttle.rule.my-api.rate=10/s,5000/h",
                        "throttle.rule.my-api.burst=7",
                        "throttle.rule.my-api.per=credential",
                        "throttle.rule.my-api.max-wait=5s",
                        "throttle.rule.my-api.on-max-wait=send",
                        "throttle.rule.my-api.headers=off",
                        "throttle.rule.my-api.retry=502,503",
                        "throttle.rule.my-api.retry.max-attempts=3",
                        "throttle.rule.my-api.max-concurrent=4",
                        "throttle.rule.my-api.mode=off")
                .settings();
        assertThat(settings.enabled()).isFalse();
        assertThat(settings.onConfigError()).isEqualTo(OnConfigError.FAIL);
        assertThat(settings.ruleSet().mode()).isEqualTo(Mode.OBSERVE);
        assertThat(settings.maxSignalNanos()).isEqualTo(TimeUnit.MINUTES.toNanos(10));
        assertThat(settings.logLevel()).isEqualTo("debug");
        assertThat(settings.logFile()).isEqualTo("/var/log/t.log");
        assertThat(settings.logFileBytes()).isEqualTo(1L << 30);
        assertThat(settings.logJson()).isTrue();
        assertThat(settings.configFile()).isEqualTo("t.properties");
        assertThat(settings.clientEnabled("okhttp")).isFalse();
        assertThat(settings.clientEnabled("java-net-http")).isTrue();
        Rule rule = settings.ruleSet().rules().get(0);
        assertThat(rule.name()).isEqualTo("my-api");
        assertThat(rule.patterns()).hasToString("[a.com, b.com]");
        assertThat(rule.rates()).hasToString("[10/s, 5000/h]");
        assertThat(rule.burst(rule.rates().get(1))).isEqualTo(7);
        assertThat(rule.per()).hasToString("credential");
        assertThat(rule.maxWaitNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(5));
        assertThat(rule.failOnMaxWait()).isFalse();
        assertThat(rule.headers()).isFalse();
        assertThat(rule.retry()).hasToString("502,503");
        assertThat(rule.maxAttempts()).isEqualTo(3);
        assertThat(rule.maxConcurrent()).isEqualTo(4);
        assertThat(rule.mode()).isEqualTo(Mode.OFF);
    }

    @Test
    void topLevelKeysAreForRequestsThatNoRuleNames() {
        Settings settings = new Given()
                .arguments("throttle.rate=1/s;throttle.headers=off;throttle.rule.a.match=a.com")
                .settings();
        assertThat(settings.ruleSet().defaults().rates()).hasToString("[1/s]");
        assertThat(settings.ruleSet().rules().get(0).rates())
                .as("a rule inherits nothing")
                .isEmpty();
        assertThat(settings.ruleSet().rules().get(0).headers()).isTrue();
    }

    @Test
    void testHooksAreNoSettings() {
        assertThat(new Given().property("throttle.test.anything", "x").load().warnings())
                .isEmpty();
    }
}
