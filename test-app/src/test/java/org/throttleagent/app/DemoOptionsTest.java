package org.throttleagent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {
    @Test
    void hasDefaults() {
        DemoOptions options = DemoOptions.parse();
        assertThat(options.requests).isEqualTo(60);
        assertThat(options.threads).isEqualTo(4);
        assertThat(options.clients).containsExactly("http-url-connection", "java-net-http", "okhttp");
        assertThat(options.portBase).isZero();
        assertThat(options.json).isFalse();
        assertThat(options.serverOnly).isFalse();
    }

    @Test
    void readsEveryOption() {
        DemoOptions options = DemoOptions.parse(
                "--requests",
                "7",
                "--threads",
                "3",
                "--clients",
                "okhttp,okhttp",
                "--json",
                "--server-only",
                "--port-base",
                "8100");
        assertThat(options.requests).isEqualTo(7);
        assertThat(options.threads).isEqualTo(3);
        assertThat(options.clients).as("nobody is called twice").containsExactly("okhttp");
        assertThat(options.json).isTrue();
        assertThat(options.serverOnly).isTrue();
        assertThat(options.portBase).isEqualTo(8100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --frobnicate        | unknown option --frobnicate
                    --requests          | --requests needs a value
                    --requests many     | --requests many: expected a number from 1 to 100000
                    --threads 0         | --threads 0: expected a number from 1 to 200
                    --port-base 65532   | --port-base 65532: expected a number from 1 to 65531
                    --clients okhttp,me | --clients me: expected some of http-url-connection,java-net-http,okhttp,httpclient-4
                    """)
    void saysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> DemoOptions.parse(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
