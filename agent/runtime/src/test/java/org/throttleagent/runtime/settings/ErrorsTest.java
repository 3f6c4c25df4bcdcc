package org.throttleagent.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "throttle.enabled                | yes       | expected true or false",
                "throttle.mode                   | Observe   | expected enforce, observe or off",
                "throttle.on-config-error        | ignore    | expected disable or fail",
                "throttle.max-signal             | 0s        | expected more than 0",
                "throttle.max-signal             | 1         | 500ms, 30s, 5m, 1h or 2d",
                "throttle.log.level              | trace     | expected debug, info, warn, error or off",
                "throttle.log.format             | xml       | expected text or json",
                "throttle.log.file.size          | 1kB       | from 64kB to 1024GB",
                "throttle.rate                   | fast      | 10/s, 100/15m, 5000/h or 0.5/s",
                "throttle.rate                   | 10/s,     | 10/s, 100/15m, 5000/h or 0.5/s",
                "throttle.burst                  | 0         | a whole number from 1",
                "throttle.per                    | client    | host, credential, rule, method, header:NAME and segment:N",
                "throttle.max-wait               | -1s       | 500ms, 30s, 5m, 1h or 2d",
                "throttle.on-max-wait            | wait      | expected fail or send",
                "throttle.headers                | true      | expected on or off",
                "throttle.retry                  | always    | refused and statuses from 400 to 599, or off",
                "throttle.retry.max-attempts     | 0         | a whole number from 1 to 100",
                "throttle.max-concurrent         | -1        | a whole number from 1",
                "throttle.rule.a.match           | ftp://x   | [METHOD ][scheme://]host[:port][/path]",
                "throttle.rule.a.mode            | on        | expected enforce, observe or off",
                "throttle.client.okhttp.enabled  | off       | expected true or false",
                "throttle.dialect.d.hosts        | http://x  | a name without scheme, port and path",
                "throttle.dialect.d.hosts        | a.com,    | a name without scheme, port and path",
                "throttle.dialect.d.hosts        | *         | a name without scheme, port and path",
                "throttle.dialect.d.limit        | X Limit   | the name of one header, as in X-Calls-Left",
                "throttle.dialect.d.wait         | X-Wait:   | the name of one header, as in X-Calls-Left",
                "throttle.dialect.d.unit         | calls     | expected requests, tokens, points, bytes",
                "throttle.dialect.d.times        | minutes   | expected auto, s or ms",
            })
    void nameKeySourceValueAndWhatWouldBeRight(String key, String value, String expected) {
        Given given = new Given().property(key, value);
        if (key.startsWith("throttle.rule.") && !key.endsWith("match")) {
            given.property("throttle.rule.a.match", "a.com");
        }
        if (key.startsWith("throttle.dialect.")) {
            given.property("throttle.dialect.d.reset", "X-Reset");
            given.property("throttle.dialect.d.hosts", key.endsWith("hosts") ? value : "a.com");
        }
        Loaded loaded = given.load();
        assertThat(loaded.settings()).as("nothing is half-applied").isNull();
        assertThat(loaded.errors())
                .singleElement()
                .asString()
                .startsWith(key + " = " + value + " (system property): ")
                .contains(expected);
    }

    @Test
    void aDialectNeedsAHostAndAHeader() {
        assertThat(new Given()
                        .property("throttle.dialect.d.unit", "tokens")
                        .load()
                        .errors())
                .extracting(Problem::toString)
                .containsExactly(
                        "throttle.dialect.d.hosts (system property): missing: dialect d has throttle.dialect.d.unit but is of no host",
                        "throttle.dialect.d.remaining (system property): missing: dialect d names no header; expected one of"
                                + " limit, remaining, used, reset, wait, window, bucket");
    }

    @Test
    void allErrorsComeAtOnceEachWithItsOwnSource() {
        Loaded loaded = new Given()
                .arguments("throttle.mode=x;nonsense")
                .property("throttle.rate", "y")
                .variable("THROTTLE_HEADERS", "z")
                .file("", "throttle.per = w")
                .load();
        assertThat(loaded.errors())
                .extracting(Problem::toString)
                .satisfiesExactlyInAnyOrder(
                        error -> assertThat(error).startsWith("nonsense (agent argument): expected key=value"),
                        error -> assertThat(error).startsWith("throttle.mode = x (agent argument)"),
                        error -> assertThat(error).startsWith("throttle.rate = y (system property)"),
                        error -> assertThat(error)
                                .startsWith("throttle.headers = z (environment variable THROTTLE_HEADERS)"),
                        error -> assertThat(error).startsWith("throttle.per = w (file t.properties:2)"));
    }

    @Test
    void whatToDoAboutErrorsIsKnownAllTheSame() {
        assertThat(new Given().property("throttle.mode", "x").load().onConfigError())
                .isEqualTo(OnConfigError.DISABLE);
        assertThat(new Given()
                        .property("throttle.mode", "x")
                        .file("throttle.on-config-error=fail")
                        .load()
                        .onConfigError())
                .isEqualTo(OnConfigError.FAIL);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "throttle.rule.a.rate=1/s                                      | throttle.rule.a.match | missing",
                "throttle.rule.default.match=a.com                             | throttle.rule.default.match | no rule may be called default",
                "throttle.rule.My_Api.rate=1/s                                 | throttle.rule.My_Api.rate | a-z, 0-9 and - only",
                "throttle.rate=10/s;throttle.burst=11                          | throttle.burst = 11 | at most 10",
                "throttle.config.file=gone.properties                          | throttle.config.file = gone.properties | no such file",
                "throttle.config.file=                                         | throttle.config.file = (empty) | expected a file's path",
            })
    void whatDoesNotFitTogetherIsAnErrorToo(String arguments, String start, String what) {
        Loaded loaded = new Given().arguments(arguments).load();
        assertThat(loaded.settings()).isNull();
        assertThat(loaded.errors()).singleElement().asString().startsWith(start).contains(what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "throttle.rat,               throttle.rate",
        "throttle.max.wait,          throttle.max-wait",
        "throttle.Mode,              throttle.mode",
        "throttle.rule.github.rates, throttle.rule.github.rate",
        "throttle.rules.github.rate, throttle.rule.github.rate",
        "throttle.rule.github.retry.max-attempt, throttle.rule.github.retry.max-attempts",
        "throttle.client.okhttp.enable, throttle.client.okhttp.enabled",
        "throttle.match,             throttle.rule.NAME.match",
        "throttle.something.else.entirely, nothing",
    })
    void anUnknownKeyOnlyWarnsWithTheNearestKnownOne(String key, String nearest) {
        Loaded loaded = new Given().property(key, "s3cret").load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.settings()).isNotNull();
        assertThat(loaded.warnings())
                .singleElement()
                .asString()
                .isEqualTo(key + " (system property): no such setting, ignored"
                        + (nearest.equals("nothing") ? "" : "; did you mean " + nearest + "?"));
    }

    @Test
    void aForgottenPrefixIsRecognised() {
        assertThat(new Given().arguments("mode=observe").load().warnings())
                .singleElement()
                .asString()
                .contains("did you mean throttle.mode?");
    }

    @Test
    void aBurstWithoutARateWarns() {
        assertThat(new Given().property("throttle.burst", "5").load().warnings())
                .singleElement()
                .asString()
                .contains("throttle.burst", "no effect without a rate");
    }

    @Test
    void aFileThatIsNotUtf8IsAnError() {
        byte[] latin = "# caf\u00e9\nthrottle.mode=off".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new Given().file(latin).load().errors())
                .singleElement()
                .asString()
                .contains("not UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "https://joe:s3cret@a.com",
        "joe:s3cret@a.com/x",
        "https://a.com/x?token=s3cret",
        "'a.com, https://a.com/?s3cret'",
    })
    void noSecretOfAUrlIsShown(String pattern) {
        Loaded loaded = new Given().property("throttle.rule.a.match", pattern).load();
        assertThat(loaded.errors()).singleElement().asString().contains("a.com").doesNotContain("s3cret");
        assertThat(Given.effective(loaded, "throttle.rule.a.match")).doesNotContain("s3cret");
    }

    @Test
    void aProblemIsOneLineOfBoundedLength() {
        Loaded loaded = new Given()
                .property("throttle.mode", "a\nb\u001b" + "x".repeat(10_000))
                .load();
        assertThat(loaded.errors().get(0).toString()).hasSizeLessThan(1_000).doesNotContain("\n", "\u001b");
    }
}
