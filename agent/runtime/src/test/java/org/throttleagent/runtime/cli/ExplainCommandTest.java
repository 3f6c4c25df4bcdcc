package org.throttleagent.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    private static final String REFUSED =
            "HTTP/2 403 \r\nx-ratelimit-limit: 60\r\nx-ratelimit-remaining: 0\r\nx-ratelimit-reset: 1800000600\r\n"
                    + "x-ratelimit-resource: core\r\n\r\n{\"message\": \"API rate limit exceeded\"}\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "explain";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.run(
                all,
                new Properties(),
                Map.of(),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneObjectForEachResponse() {
        assertThat(run(REFUSED, "--json", "--at", "2027-01-15T08:00:00.500Z", "--url", "https://api.github.com/users"))
                .isZero();
        assertThat(lines())
                .containsExactly("{\"url\":\"https://api.github.com/users\",\"status\":403,\"limited\":true,"
                        + "\"waitMillis\":600500,\"limit\":60,\"remaining\":0,\"resetMillis\":600500,\"bucket\":\"core\","
                        + "\"windows\":[{\"limit\":60,\"remaining\":0,\"resetMillis\":600500,\"windowMillis\":null,"
                        + "\"unit\":\"requests\",\"bucket\":\"core\"}],"
                        + "\"because\":[\"x-ratelimit-limit: 60 (the limit)\",\"x-ratelimit-remaining: 0 (what is left)\","
                        + "\"x-ratelimit-reset: 1800000600 (when it resets)\","
                        + "\"x-ratelimit-resource: core (the name of the limit)\","
                        + "\"status 403: the request was refused for a limit\","
                        + "\"the next request waits 600.5 s by x-ratelimit-reset\"]}");
        assertThat(err()).isEmpty();
    }

    @Test
    void nullWhereNothingIsSaid() {
        assertThat(run("HTTP/1.1 200 OK\nContent-Type: text/html\n\n<html>", "--json"))
                .isZero();
        assertThat(lines())
                .containsExactly("{\"url\":null,\"status\":200,\"limited\":false,\"waitMillis\":null,\"limit\":null,"
                        + "\"remaining\":null,\"resetMillis\":null,\"bucket\":null,\"windows\":[],\"because\":[]}");
    }

    @Test
    void inWordsForPeople() {
        int status = run(
                "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7200\r\nX-Foo-Limit: 1\r\n\r\n",
                "-Dthrottle.rule.api.match=api.example.com",
                "-Dthrottle.rule.api.rate=10/s",
                "--url=POST https://api.example.com/x");
        assertThat(status).isZero();
        assertThat(lines())
                .containsExactly(
                        "429 POST https://api.example.com/x (standard input:1)",
                        "  limited  yes, the request was refused",
                        "  next     waits 60m by retry-after, which is cut: the server said more; longer than"
                                + " max-wait=60s: requests fail until then",
                        "  rule     api, which matches api.example.com; key api.example.com",
                        "  because  x-foo-limit: 1 (ignored: no dialect knows it)",
                        "  because  retry-after: 7200 (how long to wait)",
                        "  because  status 429: the request was refused for a limit",
                        "  because  the next request waits 3600 s by retry-after",
                        "  because  that was more, and is cut to 3600 s (throttle.max-signal)",
                        "");
    }

    @Test
    void theClampIsASetting() {
        run("HTTP/1.1 429 x\nRetry-After: 7200\n\n", "--json", "-Dthrottle.max-signal=3h");
        assertThat(lines().get(0)).contains("\"waitMillis\":7200000").doesNotContain("is cut");
    }

    @Test
    void allHeadsButThoseThatAreNoAnswers() {
        String chain = "HTTP/1.1 200 Connection established\r\n\r\n"
                + "HTTP/1.1 100 Continue\r\n\r\n"
                + "HTTP/2 103 \r\nlink: </x.css>\r\n\r\n"
                + "HTTP/2 301 \r\nlocation: /v2/users\r\ncontent-length: 0\r\n\r\n"
                + "HTTP/2 429 \r\nretry-after: 1\r\n\r\nslow down";
        assertThat(run(chain, "--json", "--url", "http://api.example.com/v1/users"))
                .isZero();
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).contains("\"url\":\"http://api.example.com/v1/users\",\"status\":301");
        assertThat(lines().get(1)).contains("\"url\":\"http://api.example.com/v2/users\",\"status\":429");
    }

    /** A body that shows a response is taken by its length; one without a line break at its end does not hide the next head. */
    @Test
    void bodiesAreNotHeads() {
        String body = "Example:\r\n\r\nHTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\n\r\n";
        String input = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body
                + "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\n\r\n{\"a\":1}HTTP/1.1 200 OK\r\nServer: x\r\n\r\n";
        assertThat(run(input, "--json")).isZero();
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0)).contains("\"status\":200,");
        assertThat(lines().get(1)).contains("\"status\":503,", "\"waitMillis\":2000,");
        assertThat(lines().get(2)).contains("\"status\":200,");
    }

    @Test
    void headsOfCurlVerbose() {
        String input = "* Connected to api.example.com\n> GET / HTTP/1.1\n> Host: api.example.com\n> \n"
                + "< HTTP/1.1 429 Too Many Requests\n< Retry-After: 5\n* TLS says hello\n< \n{ [12 bytes data]\nbody\n";
        assertThat(run(input, "--json")).isZero();
        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0)).contains("\"waitMillis\":5000");
    }

    @Test
    void aBrokenFieldIsNamedAndTheRestExplained() {
        int status = run("HTTP/1.1 429 x\nRetry-After 5\nRetry-After: 5\n\nHTTP/1.1 200 OK\n\n", "--json");
        assertThat(status).isEqualTo(65);
        assertThat(err())
                .isEqualTo(
                        "throttle: standard input:2: expected a header field, as in Name: value; found 'Retry-After 5'\n");
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).contains("\"waitMillis\":5000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "<html>\n",
                "HTTP\n",
                "HTTP/1.1 OK\n",
                "GET / HTTP/1.1\nHost: x\n\n",
                "HTTP/1.1 20x OK\n"
            })
    void whatIsNotHttp(String input) {
        assertThat(run(input, "--json")).isEqualTo(65);
        assertThat(lines()).isEmpty();
        assertThat(err())
                .startsWith("throttle: standard input:")
                .contains("expected response heads as curl -i prints them");
    }

    @Test
    void textBeforeTheFirstHead() {
        assertThat(run("\n$ curl -si https://x\nHTTP/1.1 429 x\n\n", "--json")).isEqualTo(65);
        assertThat(err()).startsWith("throttle: standard input:2: expected a response head");
        assertThat(lines()).hasSize(1);
    }

    @Test
    void severalFilesAndOneThatIsNotThere(@TempDir Path folder) throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "HTTP/1.1 429 x\nRetry-After: 1\n\n");
        Path two = Files.writeString(folder.resolve("two"), "nothing of the kind\n");
        Path none = folder.resolve("none");
        assertThat(run("", "--json", none.toString(), one.toString())).isEqualTo(66);
        assertThat(run("", "--json", two.toString(), one.toString())).isEqualTo(65);
        assertThat(lines()).hasSize(2);
        assertThat(err()).contains(none + ": there is no such file", two + ":1: expected response heads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--at", "--at=yesterday", "--url=ftp://x", "--url", "--xml", "--at=2027-01-15T08:00:00"})
    void badArguments(String argument) {
        assertThat(run(REFUSED, argument)).isEqualTo(64);
        assertThat(err()).startsWith("throttle: ");
    }

    @Test
    void badSettings() {
        assertThat(run(REFUSED, "-Dthrottle.max-signal=soon")).isEqualTo(78);
        assertThat(err()).startsWith("throttle: throttle.max-signal = soon (system property): ");
    }

    @Test
    void aDialectOfTheUsers() {
        int status = run(
                "HTTP/1.1 429 x\nX-Calls-Left: 0\nX-Calls-Renewed-In: 1500\n\n",
                "--json",
                "--url=https://api.shop.example/",
                "-Dthrottle.dialect.shop.hosts=**.shop.example",
                "-Dthrottle.dialect.shop.remaining=X-Calls-Left",
                "-Dthrottle.dialect.shop.reset=X-Calls-Renewed-In",
                "-Dthrottle.dialect.shop.times=ms");
        assertThat(status).isZero();
        assertThat(lines().get(0)).contains("\"waitMillis\":1500,\"limit\":null,\"remaining\":0,\"resetMillis\":1500");
    }

    @Test
    void aRuleThatIgnoresHeadersSaysSo() {
        run(
                REFUSED,
                "--url=https://api.github.com/",
                "-Dthrottle.rule.gh.match=api.github.com",
                "-Dthrottle.rule.gh.headers=off");
        assertThat(lines())
                .contains("  because  headers=off in rule gh: the agent takes no notice of any of this")
                .contains("  next     goes as the rule says; the answer does not count");
    }

    /** The README shows a command that needs a network; what it shows below is what comes of such an answer. */
    @Test
    void printsTheSampleOfTheReadme() throws IOException {
        String readme = Files.readString(readme());
        int command = readme.indexOf("| java -jar throttle-agent.jar explain\n");
        String sample = readme.substring(readme.indexOf("```\n", readme.indexOf("```", command) + 3) + 4);
        sample = sample.substring(0, sample.indexOf("```"));
        StringBuilder head = new StringBuilder("HTTP/2 ").append(sample, 0, 3).append("\r\n");
        for (String line : sample.split("\n", -1)) {
            String field = line.replaceFirst(" +because +", "").replaceFirst(" \\(.*", "");
            head.append(field.startsWith("x-") ? field + "\r\n" : "");
        }
        assertThat(run(head + "\r\n", "--at=2027-01-15T08:00:00Z")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(sample + "\n");
    }

    private static Path readme() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder.resolve("README.md");
    }
}
