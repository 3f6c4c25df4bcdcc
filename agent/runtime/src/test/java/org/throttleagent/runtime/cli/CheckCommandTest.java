package org.throttleagent.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Properties properties = new Properties();

    private int run(Map<String, String> environment, String... arguments) {
        return Main.run(arguments, properties, environment, InputStream.nullInputStream(), print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void listsEverySettingWithItsSource() {
        properties.setProperty("throttle.log.level", "warn");
        int status = run(
                Map.of("THROTTLE_MAX_SIGNAL", "5m"),
                "check",
                "-Dthrottle.mode=observe",
                "-javaagent:/x/throttle-agent.jar=throttle.rule.a.match=a.com;throttle.rule.a.rate=10/s");
        assertThat(status).isZero();
        assertThat(err()).isEmpty();
        assertThat(out())
                .contains("it delays nothing and sends nothing again")
                .contains("there is 1 rule")
                .containsPattern("throttle.log.level +warn +system property")
                .containsPattern("throttle.mode +observe +system property")
                .containsPattern("throttle.max-signal +5m +environment variable THROTTLE_MAX_SIGNAL")
                .containsPattern("throttle.rule.a.rate +10/s +agent argument")
                .containsPattern("throttle.rule.a.max-wait +60s +default");
    }

    @Test
    void explainsAUrl() {
        run(
                Map.of(),
                "check",
                "-Dthrottle.rule.github.match=api.github.com",
                "-Dthrottle.rule.github.rate=5000/h",
                "-Dthrottle.rule.github.max-wait=5s",
                "-Dthrottle.rule.search.match=GET api.github.com/search/**",
                "-Dthrottle.rule.search.rate=10/s",
                "-Dthrottle.rule.search.max-concurrent=3",
                "-Dthrottle.rule.search.retry=off",
                "--url",
                "https://API.github.com/users?x=y",
                "--url=https://api.github.com/search/code",
                "--url",
                "post http://other.example:8080");
        assertThat(out())
                .containsSubsequence(
                        "https://API.github.com/users?x=y\n",
                        "rule  github, which matches api.github.com\n",
                        "key   api.github.com, one for each host\n",
                        "rate 5000/h: up to 500 at once after idleness, then one every 799.824ms; never more than 5000",
                        "delayed by 5s at most",
                        "fails with an IOException",
                        "sent again after refused,503, up to 5 attempts")
                .containsSubsequence(
                        "https://api.github.com/search/code\n",
                        "rule  search, which",
                        "rate 10/s: one every 100ms",
                        "at most 3 in flight",
                        "nothing is sent again")
                .containsSubsequence(
                        "post http://other.example:8080\n",
                        "rule  none matches",
                        "key   other.example:8080",
                        "no delay until the server shows a limit",
                        "is sent at once");
    }

    @Test
    void listsAllErrorsAndExitsWith78() {
        int status = run(
                Map.of("THROTTLE_PORT", "tcp://10.0.0.1:80"),
                "check",
                "-Dthrottle.mode=x",
                "-Dthrottle.rate=y",
                "-Dthrottle.raet=z",
                "--url",
                "http://a.com");
        assertThat(status).isEqualTo(78);
        assertThat(out())
                .contains("it runs without the agent")
                .containsSubsequence(
                        "Errors\n", "throttle.mode = x", "throttle.rate = y", "Warnings\n", "throttle.raet")
                .doesNotContain("THROTTLE_PORT", "http://a.com");
    }

    @Test
    void saysWhenErrorsStopTheJvm() {
        assertThat(run(Map.of(), "check", "-Dthrottle.mode=x", "-Dthrottle.on-config-error=fail"))
                .isEqualTo(78);
        assertThat(out()).contains("exits with status 78 before main");
    }

    @Test
    void saysWhenTheAgentIsOff() {
        assertThat(run(Map.of(), "check", "-Dthrottle.enabled=false")).isZero();
        assertThat(out()).contains("weaves nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "check --urls,         --urls",
        "check --url,          --url",
        "check --url=ftp://x,  ftp://x",
        "check --url=/path,    /path",
        "check -D,             -D",
        "explode,              explode",
    })
    void aWrongCommandLineIsExplained(String line, String culprit) {
        assertThat(run(Map.of(), line.split(" "))).isEqualTo(64);
        assertThat(out()).isEmpty();
        assertThat(err()).startsWith("throttle: ").contains("'" + culprit + "'", "check [-DKEY=VALUE]");
    }

    @ParameterizedTest
    @CsvSource({"help", "--help", "-h"})
    void helps(String command) {
        assertThat(run(Map.of(), command)).isZero();
        assertThat(out()).contains("-javaagent:throttle-agent.jar", "check", "version");
    }

    @Test
    void tellsItsVersion() {
        assertThat(run(Map.of(), "version")).isZero();
        assertThat(out()).isNotBlank();
        assertThat(run(Map.of())).as("no command is a cry for help").isZero();
        assertThat(out()).contains("-javaagent:throttle-agent.jar");
    }
}
