package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RetryAfterTest {
    private static final String NO_WAIT = "refused says-limit";

    /** The wait that a 429 tells by Retry-After, received at Fri, 15 Jan 2027 08:00:00 GMT. */
    static Stream<Arguments> values() {
        return Stream.of(
                // delay-seconds
                arguments("the plain form", "5", wait("5s")),
                arguments("0 is a valid delay", "0", wait("0s")),
                arguments("an hour is the clamp itself", "3600", wait("3600s")),
                arguments("a second more is cut, and says so", "3601", clamped()),
                arguments("leading zeros", "0005", wait("5s")),
                arguments("white space around a value does not belong to it", " \t 5 \t", wait("5s")),
                arguments("Shopify writes a fraction", "2.0", wait("2s")),
                arguments("CloudFront too", "0.000", wait("0s")),
                arguments("a fraction is kept", "1.25", wait("1.25s")),
                arguments("to the nanosecond", "0.000000001", wait("0.000000001s")),
                arguments("below that it is cut", "0.0000000019999999999", wait("0.000000001s")),
                arguments("two lines joined by a proxy: the first", "7, 30", wait("7s")),
                arguments("parameters say nothing", "7;comment=1", wait("7s")),
                arguments("eight digits are still seconds", "99999999", clamped()),
                arguments("the drafts' own example of an attack", "1000000", clamped()),
                arguments("1e9 seconds, an instant of 2001: nobody's now, so a delay", "1000000000", clamped()),
                arguments("Integer.MAX_VALUE", "2147483647", clamped()),
                arguments("Long.MAX_VALUE", "9223372036854775807", clamped()),
                arguments("seconds whose milliseconds would wrap below 0", "9223372036854776", clamped()),
                arguments("more than a long", "99999999999999999999999999", clamped()),
                arguments("more than a long, with a fraction", "99999999999999999999.999999999999", clamped()),
                arguments("an epoch that lies near now is a moment", "1800000009", wait("10s")),
                arguments("with a fraction, so not cut to a second", "1800000009.5", wait("9.5s")),
                arguments("an epoch near now that is over is no delay of 57 years", "1799999000", NO_WAIT),
                // not numbers, though the library's parsers take some of them
                arguments("nothing", "", NO_WAIT),
                arguments("white space", " \t ", NO_WAIT),
                arguments("a negative number", "-5", NO_WAIT),
                arguments("negative zero", "-0", NO_WAIT),
                arguments("a sign, which Integer.parseInt takes", "+5", NO_WAIT),
                arguments("Arabic-Indic digits, which Integer.parseInt takes", "\u0661\u0662", NO_WAIT),
                arguments("full-width digits", "\uff15", NO_WAIT),
                arguments("NaN, which Double.parseDouble takes", "NaN", NO_WAIT),
                arguments("Infinity, which Double.parseDouble takes", "Infinity", NO_WAIT),
                arguments("an exponent, which Double.parseDouble takes", "1e9", NO_WAIT),
                arguments("hexadecimal, which Double.parseDouble takes", "0x1p3", NO_WAIT),
                arguments("a type suffix, which Double.parseDouble takes", "5d", NO_WAIT),
                arguments("a unit", "5 seconds", NO_WAIT),
                arguments("a unit without a space", "5s", NO_WAIT),
                arguments("no digit before the point", ".5", NO_WAIT),
                arguments("no digit after the point", "5.", NO_WAIT),
                arguments("two points", "1.2.3", NO_WAIT),
                arguments("a quoted number", "\"5\"", NO_WAIT),
                arguments("two numbers", "5 6", NO_WAIT),
                arguments("a control character", "5\u0000", NO_WAIT),
                arguments("a no-break space is not white space here", "\u00a05", NO_WAIT),
                arguments("prose", "soon", NO_WAIT),
                arguments("a boolean", "true", NO_WAIT),
                // dates; a second is added for the one that the server cut
                arguments("IMF-fixdate", "Fri, 15 Jan 2027 08:00:41 GMT", wait("42s")),
                arguments("RFC 850", "Friday, 15-Jan-27 08:00:41 GMT", wait("42s")),
                arguments("asctime", "Fri Jan 15 08:00:41 2027", wait("42s")),
                arguments("the very second of now lasts a second", "Fri, 15 Jan 2027 08:00:00 GMT", wait("1s")),
                arguments("the second before is over", "Fri, 15 Jan 2027 07:59:59 GMT", NO_WAIT),
                arguments("a date long past", "Sun, 06 Nov 1994 08:49:37 GMT", NO_WAIT),
                arguments("a two-digit year of the last century", "Sunday, 06-Nov-94 08:49:37 GMT", NO_WAIT),
                arguments("the year 9999", "Fri, 31 Dec 9999 23:59:59 GMT", clamped()),
                arguments(
                        "a wrong weekday is no reason to lose the date", "Mon, 15 Jan 2027 08:00:41 GMT", wait("42s")),
                arguments("RFC 3339, as an API might", "2027-01-15T08:00:41Z", wait("42s")),
                arguments("a date without a zone", "Fri, 15 Jan 2027 08:00:41", NO_WAIT),
                arguments("a date of another zone", "Fri, 15 Jan 2027 08:00:41 PST", NO_WAIT),
                arguments("a day that does not exist", "Tue, 30 Feb 2027 08:00:41 GMT", NO_WAIT));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("values")
    void tellsTheWait(String why, String value, String expected) {
        assertThat(Responses.read(429, "Retry-After: " + value)).as(why).isEqualTo(expected);
    }

    /** Several direct delays in one answer. */
    static Stream<Arguments> rivals() {
        return Stream.of(
                arguments("twice: the longer", "Retry-After: 5 | Retry-After: 9", wait("9s")),
                arguments("twice: the longer, in any order", "Retry-After: 9 | Retry-After: 5", wait("9s")),
                arguments("twice: the valid one", "Retry-After: soon | Retry-After: 5", wait("5s")),
                arguments("twice: the one to come", "Retry-After: 1799999000 | Retry-After: 5", wait("5s")),
                arguments("a field name in any case", "rEtRy-AfTeR: 5", wait("5s")),
                arguments(
                        "milliseconds are more precise",
                        "Retry-After: 2 | retry-after-ms: 1250",
                        "refused wait=1.25s by=retry-after-ms says-limit"),
                arguments(
                        "whichever comes first",
                        "retry-after-ms: 1250.5 | Retry-After: 2",
                        "refused wait=1.2505s by=retry-after-ms says-limit"),
                arguments("unless they cannot be read", "Retry-After: 2 | retry-after-ms: 1s", wait("2s")),
                arguments(
                        "Cosmos DB",
                        "x-ms-retry-after-ms: 37",
                        "refused wait=0.037s by=x-ms-retry-after-ms says-limit"),
                arguments(
                        "milliseconds beyond a long",
                        "retry-after-ms: 99999999999999999999",
                        "refused wait=3600s clamped by=retry-after-ms says-limit"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rivals")
    void weighsRivals(String why, String fields, String expected) {
        assertThat(Responses.read(429, fields)).as(why).isEqualTo(expected);
    }

    private static String wait(String wait) {
        return "refused wait=" + wait + " by=retry-after says-limit";
    }

    private static String clamped() {
        return "refused wait=3600s clamped by=retry-after says-limit";
    }
}
