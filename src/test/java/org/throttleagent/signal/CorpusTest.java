package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the header samples of vendors, and those that are broken, from files that explain themselves. */
class CorpusTest {
    static Stream<Sample> samples() throws IOException {
        return Stream.concat(Sample.all("vendors.txt").stream(), Sample.all("hostile.txt").stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isReadAsExpected(Sample sample) {
        ResponseFacts response = Responses.response(sample.status(), sample.fields());
        RateSignal signal = Responses.READER.read(response, sample.host(), Responses.WALL_MILLIS);
        assertThat(Sample.inWords(signal)).as(sample.toString()).isEqualTo(sample.expected());
    }

    /** To be asked why must change nothing, and there is a reason for whatever is read. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isExplainedAsItIsRead(Sample sample) {
        ResponseFacts response = Responses.response(sample.status(), sample.fields());
        Explanation explanation = Responses.READER.explain(response, sample.host(), Responses.WALL_MILLIS);
        assertThat(Sample.inWords(explanation.signal())).isEqualTo(sample.expected());
        if (!sample.expected().isEmpty()) {
            assertThat(explanation.because()).isNotEmpty();
        }
    }

    @Test
    void isBroad() throws IOException {
        List<Sample> all = samples().toList();
        Set<String> vendors = new HashSet<>();
        Sample.all("vendors.txt").forEach(sample -> vendors.add(sample.vendor()));
        assertThat(all).hasSizeGreaterThan(150);
        assertThat(Sample.all("hostile.txt").size()).isGreaterThanOrEqualTo(all.size() / 3);
        assertThat(vendors).hasSizeGreaterThan(100);
        assertThat(all).allSatisfy(sample -> assertThat(sample.source()).startsWith("https://"));
    }
}
