package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {
    private static final List<Rule> RULES = List.of(
            rule("github", "api.github.com, uploads.github.com"),
            rule("github-all", "**.github.com"),
            rule("search", "GET api.github.com/search/**"),
            rule("create", "POST api.github.com/**"),
            rule("local", "localhost:8080"),
            rule("twin-b", "twin.example.com"),
            rule("twin-a", "twin.example.com"));

    private static Rule rule(String name, String patterns) {
        return Rule.builder(name).match(RequestPattern.parseList(patterns)).build();
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource({
        "GET,  https://api.github.com/users,       github,     the host",
        "GET,  https://uploads.github.com/x,       github,     any pattern of a rule",
        "GET,  https://gist.github.com/x,          github-all, the wider pattern gets the rest",
        "GET,  https://api.github.com/search/code, search,     the longer path",
        "HEAD, https://api.github.com/search/code, github,     but not for another method",
        "POST, https://api.github.com/repos,       create,     a path that says little is still a path",
        "GET,  http://localhost:8080/,             local,      a port",
        "GET,  http://localhost/,                  default,    not this port",
        "GET,  http://example.org/,                default,    no rule",
        "GET,  https://twin.example.com/,          twin-a,     of equals the first by name",
    })
    void theMostSpecificRuleWinsInAnyOrder(String method, String url, String expected, String why) {
        long seed = System.nanoTime();
        List<Rule> shuffled = new ArrayList<>(RULES);
        Collections.shuffle(shuffled, new Random(seed));
        RuleSet set = RuleSet.of(Mode.ENFORCE, Rule.defaults().build(), shuffled);
        Rule matched = set.match(Request.of(method, url));
        assertThat(matched.name()).as("%s; seed %d", why, seed).isEqualTo(expected);
        assertThat(matched.named()).isEqualTo(!expected.equals("default"));
    }

    @Test
    void keepsWhatItIsGiven() {
        Rule defaults = Rule.defaults().build();
        RuleSet set = RuleSet.of(Mode.OBSERVE, defaults, RULES);
        assertThat(set.mode()).isEqualTo(Mode.OBSERVE);
        assertThat(set.defaults()).isSameAs(defaults);
        assertThat(set.rules()).isEqualTo(RULES);
    }
}
