package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
    private static final Keys KEYS = new Keys("0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    private static LimitKey key(String per, Request request) {
        return KEYS.keyOf(Rule.builder("r").per(Per.parse(per)).build(), request, false);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "https://API.github.com/a?b=c,  api.github.com,      lower case; no path and no query",
        "https://api.github.com:443/,   api.github.com,      the default port is left out",
        "http://api.github.com:80/,     api.github.com,      of each scheme; so both share one key",
        "http://api.github.com:443/,    api.github.com:443,  another scheme's default is no default",
        "http://localhost:8080/,        localhost:8080,      a port",
        "http://api.github.com./,       api.github.com,      the root's dot",
        "http://[::1]:8080/,            [::1]:8080,          IPv6 has its brackets",
    })
    void hosts(String url, String label, String why) {
        LimitKey key = key("host", Request.get(url));
        assertThat(key.label()).as(why).isEqualTo(label);
        assertThat(key.rule()).isEqualTo("r");
        assertThat(key)
                .isEqualTo(key("host", Request.get("http://" + label)))
                .hasSameHashCodeAs(key("host", Request.get(url)));
    }

    @Test
    void anotherRuleIsAnotherKey() {
        Request request = Request.get("http://a.com/");
        LimitKey one = KEYS.keyOf(Rule.builder("one").build(), request, false);
        assertThat(one).isNotEqualTo(KEYS.keyOf(Rule.builder("two").build(), request, false));
    }

    @Test
    void aWholeRuleMayBeOneKey() {
        assertThat(key("rule", Request.get("http://a.com/")))
                .isEqualTo(key("rule", Request.get("http://b.com/")))
                .hasToString("rule:r");
        assertThat(key("host,rule", Request.get("http://a.com/"))).hasToString("a.com");
    }

    @Test
    void everyItemOfPerTellsApart() {
        Request base = Request.get("http://a.com/repos/alice/x").with("X-Tenant", "t1");
        String all = "host,method,header:X-Tenant,segment:2";
        LimitKey key = key(all, base);
        assertThat(key.label()).matches("a\\.com\\|GET\\|x-tenant#[0-9a-f]{4}\\|segment:2#[0-9a-f]{4}");
        assertThat(key(all, Request.get("http://a.com/repos/alice/other").with("X-Tenant", "t1")))
                .isEqualTo(key);
        assertThat(key(all, Request.of("PUT", "http://a.com/repos/alice/x").with("X-Tenant", "t1")))
                .isNotEqualTo(key);
        assertThat(key(all, base.with("X-Tenant", "t2"))).isNotEqualTo(key);
        assertThat(key(all, Request.get("http://a.com/repos/bob/x").with("X-Tenant", "t1")))
                .isNotEqualTo(key);
        assertThat(key(all, Request.get("http://b.com/repos/alice/x").with("X-Tenant", "t1")))
                .isNotEqualTo(key);
    }

    @ParameterizedTest(name = "segment {1} of {0}")
    @CsvSource({
        "/repos/alice,  2, http://a.com/x/alice,      true,  the last one",
        "/repos/alice,  1, http://a.com/repos/bob,    true,  the first one",
        "/repos,        2, http://a.com/,             true,  neither has it",
        "/repos/,       2, http://a.com/repos,        true,  an empty one is none",
        "/repos/alice,  2, http://a.com/repos/bob,    false, another value",
        "/repos/alice,  2, http://a.com/repos,        false, only one has it",
    })
    void segments(String path, int number, String other, boolean same, String why) {
        LimitKey one = key("host,segment:" + number, Request.get("http://a.com" + path));
        assertThat(one.equals(key("host,segment:" + number, Request.get(other))))
                .as(why)
                .isEqualTo(same);
    }

    @Test
    void theOverflowKeyIsNoOther() {
        Rule rule = Rule.builder("r").per(Per.parse("rule")).build();
        assertThat(Keys.overflowOf(rule)).isEqualTo(Keys.overflowOf(rule)).hasToString("rule:r:overflow");
        assertThat(Keys.overflowOf(rule)).isNotEqualTo(KEYS.keyOf(rule, Request.get("http://a.com"), false));
    }
}
