package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileResponseTest {
    private static final long WALL = Responses.WALL_MILLIS;

    @Test
    void looksAtTheFirst4KiBOfAValue() {
        String blanks = " ".repeat(AsciiCursor.MAX_CHARS);
        assertThat(Responses.read(429, "Retry-After:" + blanks + "5")).isEqualTo("refused says-limit");
        assertThat(Responses.read(429, "Retry-After:" + blanks.substring(1) + "5"))
                .isEqualTo("refused wait=5s by=retry-after says-limit");
        assertThat(Responses.read(429, "Retry-After:5" + blanks + "x"))
                .isEqualTo("refused wait=5s by=retry-after says-limit");
    }

    @Test
    void looksAt16KiBOfAllValues() {
        String filler = "Retry-After:" + "x".repeat(AsciiCursor.MAX_CHARS) + "|";
        assertThat(Responses.read(429, filler.repeat(3) + "Retry-After: 5"))
                .isEqualTo("refused wait=5s by=retry-after says-limit");
        assertThat(Responses.read(429, filler.repeat(4) + "Retry-After: 5")).isEqualTo("refused says-limit");
    }

    @Test
    void looksAt128Lines() {
        assertThat(Responses.read(429, "Retry-After:|".repeat(127) + "Retry-After: 5"))
                .isEqualTo("refused wait=5s by=retry-after says-limit");
        assertThat(Responses.read(429, "Retry-After:|".repeat(128) + "Retry-After: 5"))
                .isEqualTo("refused says-limit");
    }

    @Test
    void otherFieldsUseUpNothing() {
        assertThat(Responses.read(429, "Set-Cookie: x|".repeat(100_000) + "Retry-After: 5"))
                .isEqualTo("refused wait=5s by=retry-after says-limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9", "0", "0.0", "1.", "Sun, ", "2027-", " ", "Mon", "\"", "\\", "1,", "9;", "\ud83d\ude00"})
    void aLongValueCostsNoMoreThanAShortOne(String part) {
        String value = part.repeat(64 * 1024 / part.length());
        ResponseFacts response = Responses.response(
                429,
                "Retry-After:" + value + "|Date:" + value + "|Age:" + value + "|X-RateLimit-Limit:" + value
                        + "|X-RateLimit-Remaining:" + value + "|X-RateLimit-Reset:" + value);
        // at most 16 KiB of characters, each looked at by three scanners: 2,000 reads are 100 million steps; were the
        // scanners quadratic, they would be 10^11
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 2000; i++) {
                assertThat(Responses.READER.read(response, "", WALL).refused()).isTrue();
            }
        });
    }

    /** The same for every grammar: a value of 64 KiB costs far less than a millisecond. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RateLimit",
                "RateLimit-Policy",
                "X-App-Usage",
                "Sforce-Limit-Info",
                "X-Shopify-Shop-Api-Call-Limit",
                "Zendesk-RateLimit-x",
                "Auth0-Client-Quota-Limit",
                "X-Sentry-Rate-Limits",
                "X-App-Rate-Limit",
                "x-ms-ratelimit-remaining-resource",
                "X-Retry-In",
                "X-RateLimit-Period",
                "X-RateLimit-Bucket",
                "x-amzn-ErrorType",
                "x-amzn-RateLimit-Limit"
            })
    void noGrammarLooksTwice(String name) {
        String[] parts = {
            "9",
            "a",
            "a=",
            "1/2;",
            "1:2,",
            "\"",
            "\"a\":9,",
            "(",
            "\"a\";r=1,",
            "60:a:b,",
            "6m",
            ";",
            ",",
            "=",
            "{[",
            "\\"
        };
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (String part : parts) {
                ResponseFacts response = Responses.response(429, name + ":" + part.repeat(64 * 1024 / part.length()));
                for (int i = 0; i < 100; i++) {
                    assertThat(Responses.READER.read(response, "", WALL).refused())
                            .isTrue();
                }
            }
        });
    }

    @Test
    void aLongNumberIsTheLargest() {
        assertThat(Responses.read(429, "Retry-After: " + "9".repeat(64 * 1024)))
                .isEqualTo("refused wait=3600s clamped by=retry-after says-limit");
        assertThat(Responses.read(429, "X-RateLimit-Reset: " + "9".repeat(64 * 1024)))
                .isEqualTo("refused says-limit");
    }

    @Test
    void aResponseThatFailsSaysWhatItSaidUntilThen() {
        ResponseFacts broken = new ResponseFacts() {
            @Override
            public int status() {
                return 429;
            }

            @Override
            public void forEachHeader(HeaderVisitor visitor) {
                visitor.header("Retry-After", "5");
                throw new IllegalStateException("closed");
            }
        };
        assertThat(Responses.describe(Responses.READER.read(broken, "", WALL)))
                .isEqualTo("refused wait=5s by=retry-after says-limit");
    }

    @Test
    void aResponseWithoutAStatusSaysNothing() {
        ResponseFacts broken = new ResponseFacts() {
            @Override
            public int status() {
                throw new IllegalStateException("closed");
            }

            @Override
            public void forEachHeader(HeaderVisitor visitor) {
                visitor.header("Retry-After", "5");
            }
        };
        assertThat(Responses.READER.read(broken, "", WALL)).isSameAs(RateSignal.NONE);
    }

    @Test
    @SuppressWarnings("NullAway") // what HttpURLConnection's own maps hold
    void fieldsWithoutNameOrValueAreNone() {
        List<String[]> fields = new ArrayList<>();
        fields.add(new String[] {null, "HTTP/1.1 429 Too Many Requests"});
        fields.add(new String[] {"Retry-After", null});
        fields.add(new String[] {null, null});
        fields.add(new String[] {"", ""});
        assertThat(Responses.describe(Responses.READER.read(Responses.response(429, fields), "", WALL)))
                .isEqualTo("refused says-limit");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1})
    void aWallClockBeforeTheEpochStandsAtIt(long wallMillis) {
        ResponseFacts response = Responses.response(429, "Retry-After: Fri, 15 Jan 2027 08:00:41 GMT");
        assertThat(Responses.describe(Responses.READER.read(response, "", wallMillis)))
                .isEqualTo("refused wait=3600s clamped by=retry-after says-limit");
    }

    @ParameterizedTest
    @ValueSource(longs = {253_402_300_800_000L, Long.MAX_VALUE})
    void aWallClockAfterTheYear9999StandsAtItsEnd(long wallMillis) {
        ResponseFacts response = Responses.response(
                429, "Retry-After: Fri, 15 Jan 2027 08:00:41 GMT | X-RateLimit-Reset: 9999-12-31T23:59:59.999-00:01");
        assertThat(Responses.describe(Responses.READER.read(response, "", wallMillis)))
                .isEqualTo("refused wait=60s by=x-ratelimit-reset reset=60s says-limit");
    }

    @Test
    void anAnswerWithoutLimitsAllocatesNothing() {
        ResponseFacts response = Responses.response(
                200,
                "Date: Fri, 15 Jan 2027 08:00:00 GMT | Age: 3 | Content-Type: text/html | Content-Length: 512"
                        + " | Cache-Control: no-cache | Vary: Accept-Encoding | X-Request-Id: 0123456789 | Server: x");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                Responses.READER.read(response, "", WALL);
            }
            // the response itself allocates an iterator of up to 32 bytes when asked for its fields
            allocated = Math.min(allocated, (threads.getCurrentThreadAllocatedBytes() - before) / 1000 - 32);
        }
        assertThat(allocated).as("bytes for one read").isLessThanOrEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void theClampIsAboveZero(long clamp) {
        assertThatThrownBy(() -> SignalReader.create(clamp))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(clamp));
    }
}
