package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPatternTest {
    @ParameterizedTest(name = "{0} on {1} {2}: {4}")
    @CsvSource({
        "api.github.com,            GET,  https://api.github.com/a?b, true,  all of a host",
        "api.github.com,            POST, http://api.github.com:8080, true,  any method; scheme and port as well",
        "api.github.com,            GET,  https://github.com/a,       false, another host",
        "api.github.com:443,        GET,  https://api.github.com/,    true,  the scheme's default port is a port",
        "api.github.com:443,        GET,  http://api.github.com/,     false, 80 is another",
        "api.github.com:8080,       GET,  http://api.github.com:8080, true,  a port",
        "http://api.github.com,     GET,  https://api.github.com/,    false, another scheme",
        "HTTPS://api.github.com,    GET,  https://api.github.com/,    true,  schemes have no case",
        "GET api.github.com,        GET,  https://api.github.com/,    true,  a method",
        "post api.github.com,       POST, https://api.github.com/,    true,  written in lower case",
        "GET api.github.com,        HEAD, https://api.github.com/,    false, another method",
        "api.github.com/search/**,  GET,  https://api.github.com/search/code, true, a path",
        "api.github.com/search/**,  GET,  https://api.github.com/users, false, another path",
        "api.github.com/,           GET,  https://api.github.com,     true,  an empty path is the root",
        "Api.GitHub.com.,           GET,  https://api.github.com./a,  true,  the root's dot says nothing",
        "[::1]:8080/a,              GET,  http://[::1]:8080/a,        true,  an IPv6 address",
        "GET,                       GET,  http://get/,                true,  one word is a host",
        "PUT https://*.s3.amazonaws.com:443/**/x, PUT, https://b.s3.amazonaws.com/a/x, true, everything at once",
    })
    void matches(String pattern, String method, String url, boolean expected, String why) {
        assertThat(RequestPattern.parse(pattern).matches(Request.of(method, url)))
                .as(why)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/path",
                "ftp://host",
                "host:0",
                "host:70000",
                "host:http",
                "host:",
                "host:*",
                "GET  ",
                "ho st/x y",
                "host/a?b",
                "host/a b",
                "http://",
                ".example.com",
                "a..b",
                "b\u00fccher.de",
                "host/\u00fc",
                "G3T host",
                "host#x"
            })
    void whatIsNoPatternIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestPattern.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("[METHOD ][scheme://]host[:port][/path]");
    }

    @Test
    void aListNamesTheItemThatIsWrong() {
        assertThat(RequestPattern.parseList("a.com, GET b.com/x")).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestPattern.parseList("a.com, ftp://b.com"))
                .withMessageContaining("'ftp://b.com'");
    }

    @ParameterizedTest(name = "{0} before {1}: {2}")
    @CsvSource({
        "api.github.com,           *.github.com,           more of the host written out",
        "api.github.com,           https://*.github.com:443/a/b/c, the host counts before all else",
        "api.github.com,           api.githu*.com,         the same again",
        "api.github.com,           api*.github.com,        as much written out but no star",
        "*.github.com,             **.github.com,          one label is less than any number",
        "**.github.com,            **,                     something is more than nothing",
        "api.github.com/search/**, api.github.com/**,      more of the path",
        "api.github.com/search,    api.github.com/search*, no star in the path",
        "api.github.com/**,        api.github.com,         a path at all",
        "a.com/x,                  POST https://a.com:443, the path before port; method and scheme",
        "a.com:443,                POST https://a.com,     the port before method and scheme",
        "GET a.com,                https://a.com,          the method before the scheme",
        "https://a.com,            a.com,                  the scheme",
    })
    void theMoreSpecificComesFirst(String first, String second, String why) {
        RequestPattern one = RequestPattern.parse(first);
        RequestPattern other = RequestPattern.parse(second);
        assertThat(one.compareSpecificity(other)).as(why).isNegative();
        assertThat(other.compareSpecificity(one)).as("and the other way round").isPositive();
        assertThat(one.compareSpecificity(one)).isZero();
    }
}
