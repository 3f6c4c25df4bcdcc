package org.throttleagent.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the limits say, at 2026-03-05T10:15:30.250Z and a little later. */
class LimitTest {
    private static final long NOW = Instant.parse("2026-03-05T10:15:30.250Z").toEpochMilli() * 1_000_000;

    @Test
    void herokuTellsTheWholeTokensThatAreLeftAndNothingElse() {
        Limit limit = new HerokuLimit(20, 2);
        expect(limit.answer(NOW), 200, Map.of("RateLimit-Remaining", "1"));
        expect(limit.answer(NOW), 200, Map.of("RateLimit-Remaining", "0"));
        expect(limit.answer(NOW), 429, Map.of("RateLimit-Remaining", "0"));
        assertThat(limit.summary()).isEqualTo("20/s: bare 429");
    }

    @Test
    void gitHubDescribesItsWindowOnEveryAnswer() {
        Limit limit = new GitHubLimit(1, 2);
        long reset = Instant.parse("2026-03-05T10:15:33Z").getEpochSecond();
        for (int status : new int[] {200, 403}) {
            expect(
                    limit.answer(NOW),
                    status,
                    Map.of(
                            "X-RateLimit-Limit", "1",
                            "X-RateLimit-Remaining", "0",
                            "X-RateLimit-Reset", Long.toString(reset),
                            "X-RateLimit-Used", "1",
                            "X-RateLimit-Resource", "core"));
        }
        assertThat(limit.summary()).isEqualTo("1 in 2 s: 403");
    }

    @Test
    void retryAfterInSecondsIsRoundedUp() {
        Limit limit = new RetryAfterLimit(0.8, 1, 429, RetryAfterLimit.Form.SECONDS);
        expect(limit.answer(NOW), 200, Map.of());
        expect(limit.answer(NOW), 429, Map.of("Retry-After", "2"));
        expect(limit.answer(NOW + 250_000_000), 429, Map.of("Retry-After", "1"));
        assertThat(limit.summary()).isEqualTo("0.8/s: 429");
    }

    @Test
    void retryAfterAsDateIsRoundedUpAndHasTwoDigitsForTheDay() {
        Limit limit = new RetryAfterLimit(1, 1, 503, RetryAfterLimit.Form.DATE);
        expect(limit.answer(NOW), 200, Map.of());
        expect(limit.answer(NOW), 503, Map.of("Retry-After", "Thu, 05 Mar 2026 10:15:32 GMT"));
        assertThat(limit.summary()).isEqualTo("1/s: 503");
    }

    @Test
    void noLimitSaysNothing() {
        expect(new NoLimit().answer(NOW), 200, Map.of());
    }

    private static void expect(Answer answer, int status, Map<String, String> headers) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.served()).isEqualTo(status == 200);
        assertThat(answer.headers()).isEqualTo(headers);
    }
}
