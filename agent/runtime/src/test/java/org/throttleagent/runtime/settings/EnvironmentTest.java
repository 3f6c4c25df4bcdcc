package org.throttleagent.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "THROTTLE_MODE,                          throttle.mode,                            a global key",
        "THROTTLE_LOG_FILE_SIZE,                 throttle.log.file.size,                   dots",
        "THROTTLE_ON_CONFIG_ERROR,               throttle.on-config-error,                 and hyphens",
        "THROTTLE_RATE,                          throttle.rate,                            for requests that no rule names",
        "THROTTLE_RETRY_MAX_ATTEMPTS,            throttle.retry.max-attempts,              of two words",
        "THROTTLE_RULE_GITHUB_RATE,              throttle.rule.github.rate,                a rule's",
        "THROTTLE_RULE_MY_API_MAX_WAIT,          throttle.rule.my-api.max-wait,            a name of two words",
        "THROTTLE_RULE_A_ON_MAX_WAIT,            throttle.rule.a.on-max-wait,              the longest ending wins",
        "THROTTLE_RULE_A_RETRY_MAX_ATTEMPTS,     throttle.rule.a.retry.max-attempts,       here too",
        "THROTTLE_RULE_RATE_RATE,                throttle.rule.rate.rate,                  a name that is an ending",
        "THROTTLE_RULE_S3_2_MODE,                throttle.rule.s3-2.mode,                  digits",
        "THROTTLE_CLIENT_JAVA_NET_HTTP_ENABLED,  throttle.client.java-net-http.enabled,    a client's",
    })
    void isMatchedByKnownEndings(String variable, String key, String why) {
        assertThat(keyOf(variable)).as(why).isEqualTo(key);
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void hasAVariableForEveryKey(Option option) {
        String named = option.key("my-own");
        if (OptionKey.of(named) != null) {
            assertThat(keyOf(OptionKey.variable(named))).isEqualTo(named);
        }
        if (option.withoutName()) {
            String key = option.key(null);
            assertThat(keyOf(OptionKey.variable(key))).isEqualTo(key);
        }
    }

    private static String keyOf(String variable) {
        OptionKey found = OptionKey.ofVariable(variable);
        return found == null ? "nothing" : found.key();
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLE_MOD,              THROTTLE_MODE",
        "THROTTLE_RULE_GITHUB_RATES,THROTTLE_RULE_GITHUB_RATE",
        "THROTTLE_HOME_DIRECTORY,   nothing",
        "THROTTLE_RATES,            THROTTLE_RATE",
    })
    void anUnknownVariableOnlyWarns(String variable, String nearest) {
        Loaded loaded = new Given().variable(variable, "s3cret").load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.warnings())
                .singleElement()
                .asString()
                .startsWith(variable)
                .doesNotContain("s3cret");
        if (nearest.equals("nothing")) {
            assertThat(loaded.warnings().get(0).toString()).doesNotContain("did you mean");
        } else {
            assertThat(loaded.warnings().get(0).toString()).endsWith("did you mean " + nearest + "?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "THROTTLE_PORT", "THROTTLE_SERVICE_HOST", "THROTTLE_SERVICE_PORT", "THROTTLE_SERVICE_PORT_HTTP",
                "THROTTLE_PORT_80_TCP", "THROTTLE_PORT_80_TCP_PROTO", "THROTTLE_PORT_80_TCP_ADDR",
                        "THROTTLE_PORT_53_UDP_PORT",
                "THROTTLE_API_SERVICE_HOST", "THROTTLE_API_PORT_8080_TCP"
            })
    void whatKubernetesInjectsIsNoNoise(String variable) {
        Loaded loaded = new Given().variable(variable, "tcp://10.0.0.1:80").load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(loaded.ignored()).singleElement().asString().contains(variable, "Kubernetes");
    }

    @Test
    void otherVariablesAndEmptyOnesSayNothing() {
        Loaded loaded = new Given()
                .variable("PATH", "x")
                .variable("THROTTLE_MODE", "")
                .variable("throttle_mode", "off")
                .load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(Given.effective(loaded, "throttle.mode")).isEqualTo("enforce (default)");
    }
}
