package org.throttleagent.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PropertiesFileTest {
    private static List<RawSetting> read(String text, List<Problem> errors) {
        return PropertiesFile.read("f", text.getBytes(StandardCharsets.UTF_8), errors);
    }

    @Test
    void readsWhatTheJdkReads() throws Exception {
        String text = "\uFEFF# comment \\\na=1\r\n! another\n\n  b : two words \nc three\\\n   lines\\\n\t joined\n"
                + "d=\u00fc\\u00e9\\\\\ne\nf=a\\=b\\:c\n\\\n  \ng=\\\nlast";
        Properties expected = new Properties();
        expected.load(new InputStreamReader(
                new ByteArrayInputStream(text.substring(1).getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        List<Problem> errors = new ArrayList<>();
        Properties actual = new Properties();
        for (RawSetting each : read(text, errors)) {
            actual.setProperty(each.key, each.value);
        }
        expected.setProperty("b", "two words"); // values are trimmed here
        assertThat(errors).isEmpty();
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void keepsTheNumberOfTheFirstLine() {
        List<RawSetting> settings = read("a=1\n\nb=2\\\n  3\nc=4", new ArrayList<>());
        assertThat(settings)
                .extracting(each -> each.key + " " + each.origin)
                .containsExactly("a file f:1", "b file f:3", "c file f:5");
    }

    @Test
    void aBadEscapeIsAnErrorOfItsLine() {
        List<Problem> errors = new ArrayList<>();
        assertThat(read("a=1\nb=\\u12\nc=3", errors))
                .extracting(each -> each.key)
                .containsExactly("a", "c");
        assertThat(errors).singleElement().asString().contains("f:2");
    }
}
