package org.throttleagent.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {
    private static final String KEY = "throttle.max-signal";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "agent argument,                               true,  true,  true,  true,  4m",
        "system property,                              false, true,  true,  true,  3m",
        "environment variable THROTTLE_MAX_SIGNAL,     false, false, true,  true,  2m",
        "file t.properties:2,                          false, false, false, true,  1m",
        "default,                                      false, false, false, false, 1h",
    })
    void theNearerSourceCounts(
            String origin, boolean argument, boolean property, boolean variable, boolean file, String value) {
        Given given = new Given();
        if (argument) {
            given.arguments(KEY + "=4m");
        }
        if (property) {
            given.property(KEY, "3m");
        }
        if (variable) {
            given.variable("THROTTLE_MAX_SIGNAL", "2m");
        }
        if (file) {
            given.file("# a comment", KEY + "=1m");
        }
        assertThat(Given.effective(given.load(), KEY)).isEqualTo(value + " (" + origin + ")");
    }

    @Test
    void eachKeyCountsByItself() {
        Loaded loaded = new Given()
                .arguments("throttle.rule.a.rate=1/s")
                .property("throttle.rule.a.burst", "1")
                .variable("THROTTLE_RULE_A_MATCH", "a.com")
                .file("throttle.rule.a.max-wait=5s", "throttle.rule.a.rate=9/s")
                .load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(Given.effective(loaded, "throttle.rule.a.rate")).isEqualTo("1/s (agent argument)");
        assertThat(Given.effective(loaded, "throttle.rule.a.burst")).isEqualTo("1 (system property)");
        assertThat(Given.effective(loaded, "throttle.rule.a.match"))
                .isEqualTo("a.com (environment variable THROTTLE_RULE_A_MATCH)");
        assertThat(Given.effective(loaded, "throttle.rule.a.max-wait")).isEqualTo("5s (file t.properties:1)");
    }

    @Test
    void anUnreadableValueThatDoesNotCountDoesNoHarm() {
        assertThat(new Given()
                        .property(KEY, "1m")
                        .variable("THROTTLE_MAX_SIGNAL", "soon")
                        .load()
                        .errors())
                .isEmpty();
    }

    @Test
    void anySourceButTheFileMayNameTheFile() {
        Loaded loaded = new Given()
                .file("throttle.mode=observe", "throttle.config.file=other.properties")
                .arguments("throttle.config.file=t.properties")
                .load();
        assertThat(Given.effective(loaded, "throttle.mode")).isEqualTo("observe (file t.properties:1)");
        assertThat(loaded.warnings()).singleElement().asString().contains("t.properties:2", "cannot name another");
    }

    @Test
    void argumentsMayHaveBlanksAndEmptyPlaces() {
        Settings settings = new Given()
                .arguments(
                        " throttle.log.level = warn ;; throttle.rule.a.match=GET a.com/x=y, b.com;throttle.rule.a.rate=1/s;")
                .settings();
        assertThat(settings.logLevel()).isEqualTo("warn");
        assertThat(settings.ruleSet().rules().get(0).patterns()).hasToString("[GET a.com/x=y, b.com]");
    }

    @Test
    void ofAKeyThatOneSourceHasTwiceTheLastCounts() {
        Loaded loaded = new Given()
                .file("throttle.mode=off", "", "throttle.mode=observe")
                .load();
        assertThat(Given.effective(loaded, "throttle.mode")).isEqualTo("observe (file t.properties:3)");
        assertThat(loaded.warnings()).singleElement().asString().contains("t.properties:1", "t.properties:3");
    }
}
