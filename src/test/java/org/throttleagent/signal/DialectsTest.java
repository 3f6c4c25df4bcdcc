package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {
    private static @Nullable HeaderField find(String name) {
        return NameFilter.mayMatter(name) ? Dialects.builtIn().find(name, "") : null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry-after", "Retry-After", "RETRY-AFTER", "x-RateLimit-LIMIT"})
    void findsANameInAnyCase(String name) {
        assertThat(find(name)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Retry-Afte",
                "Retry-After ",
                "Retry_After",
                "Retry-Afters",
                "x-ratel\u0131m\u0131t-limit", // dotless i: String.equalsIgnoreCase takes it for i
                "x-ratelimit-re\u017fet", // long s: String.equalsIgnoreCase takes it for s
                "x-ratelimit-reset\u0000",
                "@ge", // '@' is one below 'A'
                "retry-after-\rms"
            })
    void findsNothingElse(String name) {
        assertThat(find(name)).isNull();
    }

    @Test
    void noLocaleHasASay() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr")); // "LIMIT".toLowerCase() is "l\u0131m\u0131t" here
            assertThat(Responses.read(200, "X-RATELIMIT-LIMIT: 10 | X-RATELIMIT-REMAINING: 9"))
                    .isEqualTo("- limit=10 remaining=9 says-limit");
            assertThat(Responses.read(429, "RETRY-AFTER: FRI, 15 JAN 2027 08:00:41 GMT"))
                    .isEqualTo("refused wait=42s by=retry-after says-limit");
        } finally {
            Locale.setDefault(before);
        }
    }
}
