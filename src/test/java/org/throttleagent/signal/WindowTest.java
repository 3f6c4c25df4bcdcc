package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WindowTest {
    /** What a 200 says about limits, received at epoch second 1800000000. */
    static Stream<Arguments> rows() {
        return Stream.of(
                // names
                arguments(
                        "X-RateLimit",
                        "X-RateLimit-Limit: 9 | X-RateLimit-Remaining: 8 | X-RateLimit-Reset: 7",
                        "limit=9 remaining=8 reset=7s"),
                arguments(
                        "RateLimit",
                        "RateLimit-Limit: 9 | RateLimit-Remaining: 8 | RateLimit-Reset: 7",
                        "limit=9 remaining=8 reset=7s"),
                arguments(
                        "X-Rate-Limit",
                        "X-Rate-Limit-Limit: 9 | X-Rate-Limit-Remaining: 8 | X-Rate-Limit-Reset: 7",
                        "limit=9 remaining=8 reset=7s"),
                arguments("HTTP/2 writes lower case", "x-ratelimit-remaining: 8", "remaining=8"),
                arguments("someone writes upper case", "X-RATELIMIT-REMAINING: 8", "remaining=8"),
                arguments("Heroku sends nothing else", "RateLimit-Remaining: 4499", "remaining=4499"),
                arguments("Bitbucket sends no remaining", "X-RateLimit-Limit: 1000", "limit=1000"),
                // counts
                arguments("policies after the first number: draft -02", "RateLimit-Limit: 100, 100;w=60", "limit=100"),
                arguments(
                        "Envoy's, with a comma in quotes",
                        "x-ratelimit-limit: 10, 10;w=1;name=\"a,b\", 1000;w=3600",
                        "limit=10"),
                arguments(
                        "Docker Hub's",
                        "ratelimit-limit: 100;w=21600 | ratelimit-remaining: 76;w=21600",
                        "limit=100 remaining=76"),
                arguments("Strava's pair of windows: the first", "X-RateLimit-Limit: 100,1000", "limit=100"),
                arguments("a fraction left is not one request left", "X-RateLimit-Remaining: 0.9", "remaining=0"),
                arguments("-1 is not known, as Azure and Spring write", "X-RateLimit-Remaining: -1", ""),
                arguments(
                        "Azure's row of unknowns",
                        "x-ratelimit-limit: -1 | x-ratelimit-remaining: -1 | x-ratelimit-reset: 0",
                        ""),
                arguments(
                        "0/0/0 is unlimited",
                        "X-RateLimit-Limit: 0 | X-RateLimit-Remaining: 0 | X-RateLimit-Reset: 0",
                        ""),
                arguments(
                        "a limit of 0 with a reset is a limit",
                        "X-RateLimit-Limit: 0 | X-RateLimit-Remaining: 0 | X-RateLimit-Reset: 9",
                        "wait=9s by=x-ratelimit-reset limit=0 remaining=0 reset=9s"),
                arguments(
                        "more left than allowed: the limit is wrong",
                        "X-RateLimit-Limit: 10 | X-RateLimit-Remaining: 11",
                        "remaining=11"),
                arguments(
                        "as much left as allowed",
                        "X-RateLimit-Limit: 10 | X-RateLimit-Remaining: 10",
                        "limit=10 remaining=10"),
                arguments(
                        "more than a long",
                        "X-RateLimit-Remaining: 99999999999999999999999",
                        "remaining=9223372036854775807"),
                arguments("words", "X-RateLimit-Limit: unlimited | X-RateLimit-Remaining: many", ""),
                arguments("nothing", "X-RateLimit-Limit: | X-RateLimit-Remaining:", ""),
                arguments("an exponent", "X-RateLimit-Remaining: 1e3", ""),
                arguments("another script's digits", "X-RateLimit-Remaining: \u0660", ""),
                // the reset: magnitude and shape tell its unit
                arguments("seconds with a fraction, as Discord's", "X-RateLimit-Reset: 1.5", "reset=1.5s"),
                arguments("the largest delay", "X-RateLimit-Reset: 99999999.9", "reset=31622400s"),
                arguments("neither delay nor moment", "X-RateLimit-Reset: 100000000", ""),
                arguments("up to 2001", "X-RateLimit-Reset: 999999999", ""),
                arguments("epoch seconds from there on, long over", "X-RateLimit-Reset: 1000000000", ""),
                arguments("epoch seconds count to their end", "X-RateLimit-Reset: 1800000059", "reset=60s"),
                arguments("GitLab's, under the drafts' name", "RateLimit-Reset: 1800000059", "reset=60s"),
                arguments("epoch seconds with a fraction", "X-RateLimit-Reset: 1800000059.25", "reset=59.25s"),
                arguments("epoch seconds of now", "X-RateLimit-Reset: 1800000000", "reset=1s"),
                arguments("epoch seconds that are over are no delay", "X-RateLimit-Reset: 1799999999", ""),
                arguments("the largest epoch seconds", "X-RateLimit-Reset: 99999999999", "reset=31622400s"),
                arguments("epoch milliseconds from there on, long over", "X-RateLimit-Reset: 100000000000", ""),
                arguments("epoch milliseconds", "X-RateLimit-Reset: 1800000060500", "reset=60.5s"),
                arguments("epoch milliseconds on a whole second", "X-RateLimit-Reset: 1800000059000", "reset=60s"),
                arguments("epoch milliseconds that are over", "X-RateLimit-Reset: 1799999999999", ""),
                arguments("epoch microseconds", "X-RateLimit-Reset: 1800000060500000", "reset=60.5s"),
                arguments("epoch nanoseconds", "X-RateLimit-Reset: 1800000060500000000", "reset=60.5s"),
                arguments("beyond a long", "X-RateLimit-Reset: 99999999999999999999", ""),
                arguments("the year 2100: cut to a year", "X-RateLimit-Reset: 4102444800", "reset=31622400s"),
                arguments(
                        "the drafts' fifteen nines, an epoch of milliseconds or micros",
                        "RateLimit-Reset: 999999999999999",
                        ""),
                arguments("RFC 3339", "X-RateLimit-Reset: 2027-01-15T08:00:59Z", "reset=60s"),
                arguments("without seconds, as Jira's", "X-RateLimit-Reset: 2027-01-15T08:01Z", "reset=61s"),
                arguments(
                        "with a fraction and an offset",
                        "X-RateLimit-Reset: 2027-01-15T09:00:59.5+01:00",
                        "reset=59.5s"),
                arguments("an HTTP date", "X-RateLimit-Reset: Fri, 15 Jan 2027 08:00:59 GMT", "reset=60s"),
                arguments("an HTTP date that is over", "X-RateLimit-Reset: Fri, 15 Jan 2027 07:00:59 GMT", ""),
                arguments("a local time is no moment", "X-RateLimit-Reset: 2027-01-15T08:00:59", ""),
                arguments("negative", "X-RateLimit-Reset: -30", ""),
                arguments("prose", "X-RateLimit-Reset: in 30 seconds", ""),
                arguments("a lone reset of 0 says nothing", "X-RateLimit-Reset: 0", ""),
                arguments(
                        "quota left and a reset that is over",
                        "X-RateLimit-Remaining: 5 | X-RateLimit-Reset: 1799999999",
                        "remaining=5"),
                arguments(
                        "Discord's -after is more precise than its epoch",
                        "X-RateLimit-Reset: 1800000059 | X-RateLimit-Reset-After: 58.25",
                        "reset=58.25s"),
                arguments(
                        "unless it cannot be read",
                        "X-RateLimit-Reset: 1800000059 | X-RateLimit-Reset-After: ?",
                        "reset=60s"),
                // lines that repeat, trios that compete
                arguments(
                        "the least remaining line",
                        "X-RateLimit-Remaining: 7 | X-RateLimit-Remaining: 3",
                        "remaining=3"),
                arguments(
                        "the least valid line", "X-RateLimit-Remaining: 7 | X-RateLimit-Remaining: -1", "remaining=7"),
                arguments("the least limit", "X-RateLimit-Limit: 10 | X-RateLimit-Limit: 100", "limit=10"),
                arguments("the latest reset", "X-RateLimit-Reset: 5 | X-RateLimit-Reset: 1800000059", "reset=60s"),
                arguments(
                        "the trio with less left",
                        "X-RateLimit-Limit: 5000 | X-RateLimit-Remaining: 100 | RateLimit-Limit: 10 | RateLimit-Remaining: 5",
                        "limit=10 remaining=5"),
                arguments(
                        "the exhausted trio",
                        "X-RateLimit-Remaining: 0 | RateLimit-Remaining: 5 | RateLimit-Reset: 9",
                        "remaining=0"),
                arguments(
                        "a trio that knows what is left before one that does not",
                        "X-RateLimit-Limit: 10 | X-RateLimit-Reset: 9 | RateLimit-Remaining: 5",
                        "remaining=5"),
                arguments(
                        "as much left in both: the one that lasts longer",
                        "RateLimit-Remaining: 5 | X-RateLimit-Remaining: 5 | X-RateLimit-Reset: 9",
                        "remaining=5 reset=9s"),
                arguments(
                        "a trio of unknowns is no rival",
                        "X-RateLimit-Limit: 0 | X-RateLimit-Remaining: 0 | X-RateLimit-Reset: 0 | RateLimit-Remaining: 5",
                        "remaining=5"),
                // the server's clock
                arguments(
                        "a server an hour ahead",
                        "Date: Fri, 15 Jan 2027 09:00:00 GMT | X-RateLimit-Reset: 1800003659",
                        "reset=60s"),
                arguments(
                        "wherever Date stands",
                        "X-RateLimit-Reset: 1800003659 | Date: Fri, 15 Jan 2027 09:00:00 GMT",
                        "reset=60s"),
                arguments(
                        "over by the server's clock",
                        "Date: Fri, 15 Jan 2027 09:00:00 GMT | X-RateLimit-Reset: 1800003599",
                        ""),
                arguments(
                        "a delay needs no clock",
                        "Date: Fri, 15 Jan 2027 09:00:00 GMT | X-RateLimit-Reset: 30",
                        "reset=30s"),
                arguments(
                        "two Dates: whom to believe?",
                        "Date: Fri, 15 Jan 2027 09:00:00 GMT | Date: Fri, 15 Jan 2027 09:00:00 GMT | X-RateLimit-Reset: 1800000059",
                        "reset=60s"),
                arguments(
                        "three Dates are no better",
                        "Date: x | Date: x | Date: Fri, 15 Jan 2027 09:00:00 GMT | X-RateLimit-Reset: 1800000059",
                        "reset=60s"),
                arguments("a Date that cannot be read", "Date: now | X-RateLimit-Reset: 1800000059", "reset=60s"),
                arguments("a Date that is a number", "Date: 1800003600 | X-RateLimit-Reset: 1800000059", "reset=60s"),
                arguments(
                        "a server that thinks it is 1970",
                        "Date: Thu, 01 Jan 1970 00:00:00 GMT | X-RateLimit-Reset: 1800000059",
                        "reset=60s"),
                arguments(
                        "nine years off is believed",
                        "Date: Mon, 15 Jan 2018 08:00:00 GMT | X-RateLimit-Reset: 1516003259",
                        "reset=60s"),
                arguments(
                        "Date from a cache is old",
                        "Age: 60 | Date: Fri, 15 Jan 2027 07:00:00 GMT | X-RateLimit-Reset: 1800000059",
                        "reset=60s"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void tellsTheWindow(String why, String fields, String expected) {
        String whole = expected.isEmpty() ? "" : "- " + expected + " says-limit";
        assertThat(Responses.read(200, fields)).as(why).isEqualTo(whole);
    }
}
