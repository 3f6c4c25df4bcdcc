package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
    static Stream<Arguments> rows() {
        return Stream.of(
                // refused
                arguments("a bare 429 is a refusal", 429, "", "refused says-limit"),
                arguments("420, as Twitter once did", 420, "", "refused says-limit"),
                arguments("418 is a joke", 418, "", ""),
                arguments(
                        "unless it tells how long, as Binance does",
                        418,
                        "Retry-After: 120",
                        "refused wait=120s by=retry-after says-limit"),
                arguments("418 with a delay that cannot be read", 418, "Retry-After: tea", ""),
                arguments("403 is forbidden", 403, "", ""),
                arguments(
                        "403 that tells how long: GitHub's secondary limit",
                        403,
                        "Retry-After: 60",
                        "refused wait=60s by=retry-after says-limit"),
                arguments(
                        "403 with a date that is over was still a limit",
                        403,
                        "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT",
                        "refused says-limit"),
                arguments(
                        "403 with nothing left: GitHub's primary limit",
                        403,
                        "x-ratelimit-limit: 60 | x-ratelimit-remaining: 0 | x-ratelimit-reset: 1800000599",
                        "refused wait=600s by=x-ratelimit-reset limit=60 remaining=0 reset=600s says-limit"),
                arguments(
                        "403 with quota left is forbidden",
                        403,
                        "x-ratelimit-limit: 60 | x-ratelimit-remaining: 59 | x-ratelimit-reset: 1800000599",
                        "- limit=60 remaining=59 reset=600s says-limit"),
                arguments(
                        "403 with unlimited quota is forbidden",
                        403,
                        "X-RateLimit-Limit: 0 | X-RateLimit-Remaining: 0 | X-RateLimit-Reset: 0",
                        ""),
                arguments("403 with unknown quota is forbidden", 403, "X-RateLimit-Remaining: -1", ""),
                arguments("401 is not about limits", 401, "Retry-After: 60", ""),
                // overloaded
                arguments("a bare 503", 503, "", "- overloaded"),
                arguments("503 that tells how long", 503, "Retry-After: 5", "- overloaded wait=5s by=retry-after"),
                arguments("509, bandwidth exceeded", 509, "Retry-After: 5", "- overloaded wait=5s by=retry-after"),
                arguments(
                        "529, as Anthropic and Notion do",
                        529,
                        "Retry-After: 5",
                        "- overloaded wait=5s by=retry-after"),
                arguments("529 without a delay", 529, "", "- overloaded"),
                arguments(
                        "503 with quota left: overload has nothing to do with quota",
                        503,
                        "Retry-After: 5 | RateLimit-Remaining: 9",
                        "- overloaded wait=5s by=retry-after remaining=9 says-limit"),
                arguments(
                        "503 with quota left tells no wait by the reset",
                        503,
                        "RateLimit-Remaining: 9 | RateLimit-Reset: 30",
                        "- overloaded remaining=9 reset=30s says-limit"),
                arguments("500 is a bug", 500, "Retry-After: 5", ""),
                arguments("502 is a gateway's", 502, "Retry-After: 5", ""),
                // Retry-After elsewhere
                arguments("Atlassian sends 0 on every 200", 200, "Retry-After: 0", ""),
                arguments("lemlist sends a value on 200s with quota left", 200, "Retry-After: 2", ""),
                arguments("201 is a poll interval", 201, "Retry-After: 10", ""),
                arguments("202 is a poll interval, as Azure's", 202, "Retry-After: 10", ""),
                arguments("with 301 only the redirected request is meant", 301, "Retry-After: 10", ""),
                arguments("304 is from a cache", 304, "Retry-After: 10", ""),
                arguments("404 is not about limits", 404, "Retry-After: 10", ""),
                arguments("Cosmos DB sends 0 on success", 200, "x-ms-retry-after-ms: 0", ""),
                // precedence
                arguments(
                        "Retry-After goes before an earlier reset",
                        429,
                        "Retry-After: 29 | ratelimit-remaining: 0 | ratelimit-reset: 5",
                        "refused wait=29s by=retry-after remaining=0 reset=5s says-limit"),
                arguments(
                        "and before a later one: DigitalOcean's burst",
                        429,
                        "ratelimit-reset: 1800001799 | ratelimit-remaining: 0 | Retry-After: 29",
                        "refused wait=29s by=retry-after remaining=0 reset=1800s says-limit"),
                arguments(
                        "unless it cannot be read",
                        429,
                        "Retry-After: soon | ratelimit-remaining: 0 | ratelimit-reset: 5",
                        "refused wait=5s by=ratelimit-reset remaining=0 reset=5s says-limit"),
                arguments(
                        "or is over",
                        429,
                        "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT | ratelimit-remaining: 0 | ratelimit-reset: 5",
                        "refused wait=5s by=ratelimit-reset remaining=0 reset=5s says-limit"),
                arguments(
                        "on a 200 only the exhausted window counts",
                        200,
                        "Retry-After: 29 | ratelimit-remaining: 0 | ratelimit-reset: 5",
                        "- wait=5s by=ratelimit-reset remaining=0 reset=5s says-limit"),
                arguments(
                        "an exhausted window before one that is not",
                        429,
                        "X-RateLimit-Remaining: 7 | X-RateLimit-Reset: 60 | RateLimit-Remaining: 0 | RateLimit-Reset: 5",
                        "refused wait=5s by=ratelimit-reset remaining=0 reset=5s says-limit"),
                arguments(
                        "the latest of the exhausted windows",
                        429,
                        "X-RateLimit-Remaining: 0 | X-RateLimit-Reset: 60 | RateLimit-Remaining: 0 | RateLimit-Reset: 5",
                        "refused wait=60s by=x-ratelimit-reset remaining=0 reset=60s says-limit"),
                arguments(
                        "a refusal without an exhausted window: any reset",
                        429,
                        "X-RateLimit-Remaining: 9 | X-RateLimit-Reset: 30",
                        "refused wait=30s by=x-ratelimit-reset remaining=9 reset=30s says-limit"),
                arguments(
                        "a refusal with a lone reset",
                        429,
                        "X-RateLimit-Reset: 30",
                        "refused wait=30s by=x-ratelimit-reset reset=30s says-limit"),
                arguments(
                        "the latest of any resets",
                        429,
                        "X-RateLimit-Reset: 30 | X-Rate-Limit-Reset: 40",
                        "refused wait=40s by=x-rate-limit-reset reset=40s says-limit"),
                arguments(
                        "no refusal, quota left: no wait",
                        200,
                        "X-RateLimit-Remaining: 9 | X-RateLimit-Reset: 30",
                        "- remaining=9 reset=30s says-limit"),
                arguments(
                        "a reset that is over tells no wait",
                        429,
                        "X-RateLimit-Remaining: 0 | X-RateLimit-Reset: 1799999000",
                        "refused remaining=0 says-limit"),
                arguments(
                        "nothing left and no reset: never a deadlock",
                        200,
                        "RateLimit-Remaining: 0",
                        "- remaining=0 says-limit"),
                arguments(
                        "a reset of 0 tells no wait",
                        429,
                        "X-RateLimit-Remaining: 0 | X-RateLimit-Reset: 0",
                        "refused remaining=0 reset=0s says-limit"),
                arguments(
                        "a reset beyond the clamp is cut as a wait only",
                        429,
                        "X-RateLimit-Remaining: 0 | X-RateLimit-Reset: 86400",
                        "refused wait=3600s clamped by=x-ratelimit-reset remaining=0 reset=86400s says-limit"),
                // caches
                arguments(
                        "a cached 200 with the drafts' fields",
                        200,
                        "Age: 30 | RateLimit-Remaining: 0 | RateLimit-Reset: 60",
                        ""),
                arguments("wherever Age stands", 200, "RateLimit-Remaining: 0 | RateLimit-Reset: 60 | Age: 1", ""),
                arguments("Age 0 is fresh", 200, "Age: 0 | RateLimit-Remaining: 1", "- remaining=1 says-limit"),
                arguments(
                        "of two Ages the first (RFC 9111 section 5.1)",
                        200,
                        "Age: 30 | Age: 0 | RateLimit-Remaining: 1",
                        ""),
                arguments(
                        "an Age that cannot be read is none",
                        200,
                        "Age: -3 | RateLimit-Remaining: 1",
                        "- remaining=1 says-limit"),
                arguments(
                        "the X- fields are no draft's",
                        200,
                        "Age: 30 | X-RateLimit-Remaining: 1",
                        "- remaining=1 says-limit"),
                arguments(
                        "a cached 429 is refused all the same",
                        429,
                        "Age: 30 | RateLimit-Remaining: 0",
                        "refused says-limit"),
                // nothing
                arguments(
                        "an ordinary answer", 200, "Content-Type: text/html | Date: Fri, 15 Jan 2027 08:00:00 GMT", ""),
                arguments("unknown names never stop traffic", 200, "X-RateLimit-Resource: core | RateLimit: 0", ""),
                arguments("a status that is none", 0, "", ""),
                arguments("a negative status", -429, "Retry-After: 5", ""));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("rows")
    void judges(String why, int status, String fields, String expected) {
        assertThat(Responses.read(status, fields)).as(why).isEqualTo(expected);
    }

    @Test
    void nothingSaidIsTheOneInstance() {
        assertThat(SignalReader.create(1).read(Responses.response(200, "Retry-After: 0"), "", 0))
                .isSameAs(RateSignal.NONE);
        assertThat(RateSignal.NONE.saysLimit()).isFalse();
        assertThat(RateSignal.NONE.waitNanos()).isEqualTo(-1);
        assertThat(RateSignal.NONE.waitSource()).isEmpty();
    }
}
