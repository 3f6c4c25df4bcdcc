package org.throttleagent.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
    private static String run(String options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SimulateCommand.of(options.isEmpty() ? List.of() : Arrays.asList(options.split(" ")))
                .run(new PrintStream(out, true));
        return out.toString();
    }

    @Test
    void theLastLineOfJsonHasEveryFigure() throws IOException {
        String[] lines =
                run("--json --seeds 2 --duration 2m --change 1m:9000/h").split("\n");
        String figure = "\\{\"mean\":[\\d.]+,\"worst\":[\\d.]+}";
        StringBuilder expected = new StringBuilder("\\{");
        for (String key : List.of(
                "retryRatio",
                "refusals",
                "waitP50Seconds",
                "waitP99Seconds",
                "waitMaxSeconds",
                "requestStdev",
                "jain",
                "utilisation")) {
            expected.append('"').append(key).append("\":").append(figure).append(',');
        }
        expected.append("\"clearSeconds\":null,\"settleSeconds\":")
                .append(figure)
                .append('}');
        assertThat(lines[lines.length - 1]).matches(Pattern.compile(expected.toString()));
    }

    @Test
    void theTableSaysWhatWasSimulated() throws IOException {
        assertThat(run("--seeds 1 --duration 1m --processes 3 --max-wait 60s"))
                .startsWith(
                        "agent: 3 x 5 threads, each call after the other; server gcra 4500/h, burst 4500, 0 to begin"
                                + " with; headers remaining; round trip 20ms; prior none; max-wait 1m; 1m, 1 seed\n")
                .contains("retry ratio", "utilisation")
                .doesNotContain("time to clear", "time to settle");
    }

    @Test
    void thePageNeedsNothingElse(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.html");
        run("--seeds 1 --duration 3m --join 1m:1 --html " + page);
        String text = Files.readString(page);
        assertThat(text)
                .contains("Accepted requests per second", "proportional-remaining", "</html>")
                .doesNotContain("http:", "https:", "src=", "NaN", "Infinity");
        assertThat(text.split("<polyline", -1)).as("rates, waits, level, ideal").hasSize(3 + 3 + 1 + 1 + 1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--server gcrx, '--server cannot be ''gcrx'': expected one of gcra fixed-window sliding-window token-bucket'",
        "--rate 10, --rate cannot be '10'",
        "--rtt 500ms..50ms, expected the shorter one first",
        "--join 10m, 'expected an instant and an amount, as in 10m:2'",
        "--frobnicate 1, there is no such option",
        "--seeds, --seeds needs a value",
        "--seeds 0, expected a whole number from 1",
    })
    void whatCannotBeReadIsNamed(String options, String message) {
        assertThatThrownBy(() -> run(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message.replace("''", "'"));
    }
}
