package org.throttleagent.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HarFileTest {
    private final List<String> found = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private void read(String har) throws IOException {
        HarFile.read("x.har", new StringReader(har), new ResponseSink() {
            @Override
            public void response(RecordedResponse response) {
                StringBuilder fields = new StringBuilder();
                response.forEachHeader((name, value) ->
                        fields.append(' ').append(name).append('=').append(value));
                found.add(response.place + " " + response.method + " " + response.url + " " + response.status() + " "
                        + response.receivedMillis + fields);
            }

            @Override
            public void problem(String file, int line, String what) {
                problems.add(file + ":" + line + ": " + what);
            }
        });
    }

    private static String har(String... entries) {
        return "{\"log\": {\"version\": \"1.2\", \"creator\": {\"name\": \"a\"}, \"entries\": [\n"
                + String.join(",\n", entries) + "\n]}}";
    }

    private static final String ENTRY = "{\"startedDateTime\":\"2027-01-15T09:00:00.250+01:00\",\"time\":49.75,"
            + "\"request\":{\"method\":\"GET\",\"url\":\"https://api.example.com/a?b=c\",\"headers\":[{\"name\":\"no\",\"value\":\"x\"}]},"
            + "\"response\":{\"status\":429,\"statusText\":\"\",\"headers\":[{\"name\":\"retry-after\",\"value\":\"5\"},"
            + "{\"name\":\"X-Two\",\"value\":\"a\\nb\"}],\"content\":{\"encoding\":\"base64\",\"text\":\"SFRUUC8x\"}}}";

    @Test
    void takesTheUrlTheHeadersAndTheMomentOfReceipt() throws IOException {
        read(har(ENTRY));
        assertThat(problems).isEmpty();
        assertThat(found)
                .containsExactly(
                        "x.har:2 GET https://api.example.com/a?b=c 429 1800000000299 retry-after=5 X-Two=a X-Two=b");
    }

    @Test
    void membersComeInAnyOrder() throws IOException {
        read("{\"log\":{\"entries\":[{\"response\":{\"headers\":[{\"value\":\"1\",\"name\":\"a\"}],\"status\":200},"
                + "\"time\":1e2,\"request\":{\"url\":\"https://x/\",\"method\":\"POST\"},"
                + "\"startedDateTime\":\"2027-01-15T08:00:00Z\"}]}, \"more\": [[[{}]]]}");
        assertThat(problems).isEmpty();
        assertThat(found).containsExactly("x.har:1 POST https://x/ 200 1800000000100 a=1");
    }

    @Test
    void whereNoAnswerCameThereIsNone() throws IOException {
        read(har("{\"request\":{\"url\":\"https://blocked/\"},\"response\":{\"status\":0,\"headers\":[]}}", ENTRY));
        assertThat(problems).isEmpty();
        assertThat(found).hasSize(1);
    }

    @Test
    void aBrokenEntryIsNamedAndTheRestRead() throws IOException {
        read(har(
                ENTRY,
                "{\"request\": {}}",
                "[]",
                "{\"response\":{\"status\":\"many\",\"headers\":[]}}",
                "{\"response\":{\"status\":200,\"headers\":[{\"name\":\"a\"}, 7]}}",
                "{\"startedDateTime\":\"today\",\"response\":{\"status\":200,\"headers\":[]}}",
                ENTRY));
        assertThat(found).hasSize(4);
        assertThat(problems)
                .containsExactly(
                        "x.har:3: an entry without response.status, a number from 100 to 999",
                        "x.har:4: an entry is an object",
                        "x.har:5: an entry without response.status, a number from 100 to 999",
                        "x.har:6: a header is an object with name and value",
                        "x.har:6: a header is an object with name and value",
                        "x.har:7: startedDateTime is no moment: today");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "{\"log\": {\"entries\": [ENTRY,\n {\"response\"", 2, "expected :, found the end of the file"),
                arguments("{\"log\": {\"entries\": [ENTRY]}}\n}", 2, "expected the end, found '}'"),
                arguments("{\"log\": {\"entries\": [ENTRY], \"x\": tru}}", 1, "expected a value, found 'tru'"),
                arguments("{\"log\": {\"entries\": [ENTRY], \"x\": 01}}", 1, "expected a value, found '01'"),
                arguments(
                        "{\"log\": {\"entries\": [ENTRY],\n\"x\": \"a\tb\"}}",
                        2,
                        "a string has a line break or a control character"),
                arguments(
                        "{\"log\": {\"entries\": [ENTRY],\n\"x\": \"a\\x\"}}",
                        2,
                        "a string has an escape that is none"),
                arguments("{\"log\": {\"entries\": [ENTRY],\n\"x\": \"a", 2, "a string does not end"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatCameBeforeTheFaultIsRead(String har, int line, String problem) throws IOException {
        read(har.replace("ENTRY", ENTRY));
        assertThat(found).hasSize(1);
        assertThat(problems).containsExactly("x.har:" + line + ": no JSON from here on: " + problem);
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                arguments("{}", "no HTTP Archive: it has no log.entries"),
                arguments("{\"log\": []}", "no HTTP Archive: it has no log.entries"),
                arguments("{\"log\": {\"entries\": {}}}", "no HTTP Archive: it has no log.entries"),
                arguments("[]", "no JSON from here on: expected {, found '['"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whatIsNoArchive(String text, String problem) throws IOException {
        read(text);
        assertThat(found).isEmpty();
        assertThat(problems).containsExactly("x.har:1: " + problem);
    }

    /** Nesting costs no stack, and a body of megabytes no time of note. */
    @Test
    void largeAndDeep() throws IOException {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        read(har("{\"_initiator\":" + deep + ",\"response\":{\"status\":200,\"headers\":[],\"content\":{\"text\":\""
                + "x".repeat(3_000_000) + "\"}}}"));
        assertThat(problems).isEmpty();
        assertThat(found).hasSize(1);
    }
}
