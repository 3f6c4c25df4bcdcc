package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest(name = "{0} on {1}: {3}")
    @CsvSource({
        "/repos,        /repos,         true,  literally",
        "/repos,        /repos/x,       false, a path is matched whole",
        "/repos/*,      /repos/x,       true,  one segment",
        "/repos/*,      /repos/x/y,     false, a star stays in its segment",
        "/repos/*,      /repos/,        true,  an empty segment is one",
        "/repos/**,     /repos/x/y/z,   true,  all below",
        "/repos/**,     /repos,         true,  and itself",
        "/repos/**,     /repository,    false, but not what only begins so",
        "/repos**,      /repository,    true,  unless that is what it says",
        "/**/issues,    /issues,        true,  no segment",
        "/**/issues,    /a/b/issues,    true,  many segments",
        "/**/issues,    /a/reissues,    false, whole segments only",
        "/a/**/b/**/c,  /a/x/b/b/y/c,   true,  two double stars",
        "/a/**/b/*/c,   /a/b/b/x/c,     true,  the first b is the wrong one",
        "/a*c/d,        /abcbc/d,       true,  a star takes more than it first seems",
        "/*a*b,         /xaxxbxb,       true,  two stars in one segment",
        "/*a*b,         /xaxx/b,        false, neither leaves it",
        "/v*/x/**/*.json, /v12/x/y/z.json, true, all together",
        "**,            /anything/at/all, true, anything",
        "/A,            /a,             false, case counts",
    })
    void paths(String pattern, String path, boolean expected, String why) {
        assertThat(new Glob(pattern, '/', false).matches(path, 0, path.length()))
                .as(why)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1}: {3}")
    @CsvSource({
        "api.example.com,  API.Example.COM,     true,  case does not count",
        "*.example.com,    api.example.com,     true,  one label",
        "*.example.com,    a.b.example.com,     false, a star stays in its label",
        "*.example.com,    example.com,         false, the label must be there",
        "**.example.com,   a.b.example.com,     true,  many labels",
        "**.example.com,   example.com,         true,  none",
        "**.example.com,   badexample.com,      false, whole labels only",
        "api-*.example.com,api-eu.example.com,  true,  part of a label",
        "s3.**.amazonaws.com, s3.eu-west-1.amazonaws.com, true, in the middle",
        "api.**,           api.co.uk,           true,  at the end",
        "**,               localhost,           true,  any host",
        "*,                localhost,           true,  any host of one label",
    })
    void hosts(String pattern, String host, boolean expected, String why) {
        assertThat(new Glob(pattern, '.', true).matches(host, 0, host.length()))
                .as(why)
                .isEqualTo(expected);
    }

    @Test
    void agreesWithARegularExpression() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int matched = 0;
        for (int i = 0; i < 20_000; i++) {
            String pattern = "/" + pick(random, 8, "a", "b", "/", "*", "**").replace("***", "**");
            String path = "/" + pick(random, 10, "a", "b", "/");
            boolean expected = Pattern.matches(regex(pattern), path);
            matched += expected ? 1 : 0;
            assertThat(new Glob(pattern, '/', false).matches(path, 0, path.length()))
                    .as("%s on %s, seed %d", pattern, path, seed)
                    .isEqualTo(expected);
        }
        assertThat(matched).as("both answers occur, seed %d", seed).isBetween(200, 19_800);
    }

    private static String pick(Random random, int most, String... from) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(most);
        for (int i = 0; i < pieces; i++) {
            text.append(from[random.nextInt(from.length)]);
        }
        String picked = text.toString();
        while (picked.contains("***")) {
            picked = picked.replace("***", "**");
        }
        return picked;
    }

    /** The same meaning by other means: whole double stars first, then the others, then single stars. */
    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); ) {
            boolean begins = i == 0 || pattern.charAt(i - 1) == '/';
            if (pattern.startsWith("/**", i) && i + 3 == pattern.length()) {
                regex.append("(/.*)?");
                i += 3;
            } else if (pattern.startsWith("**/", i) && begins) {
                regex.append("(.*/)?");
                i += 3;
            } else if (pattern.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                regex.append(pattern.charAt(i) == '*' ? "[^/]*" : Pattern.quote(pattern.substring(i, i + 1)));
                i++;
            }
        }
        return regex.toString();
    }

    @Test
    void isFastOnHostileInput() {
        String path = "/" + "a".repeat(2_000);
        Glob glob = new Glob("/" + "*a".repeat(30) + "b", '/', false);
        assertThat(glob.matches(path, 0, path.length())).isFalse();
    }
}
