package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialsTest {
    private static final String URL = "https://api.example.com/";

    private static final Keys KEYS = new Keys("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final Rule RULE = Rule.builder("r").build();

    private static LimitKey key(String header, String value) {
        return KEYS.keyOf(RULE, Request.get(URL).with(header, value), true);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String sigV4(String keyId, String date, String signature) {
        return "AWS4-HMAC-SHA256 Credential=" + keyId + "/" + date + "/eu-west-1/s3/aws4_request, "
                + "SignedHeaders=host;x-amz-date, Signature=" + signature;
    }

    private static String oauth1(String consumer, String token, String nonce) {
        return "OAuth realm=\"a,b\", oauth_consumer_key=\"" + consumer + "\", oauth_token=\"" + token
                + "\", oauth_nonce=\"" + nonce + "\", oauth_signature=\"x%3D\"";
    }

    private static String digest(String user, String nonce) {
        return "Digest username=\"" + user + "\", realm=\"r\", nonce=\"" + nonce + "\", uri=\"/\", nc=00000001";
    }

    static List<Arguments> pairs() {
        String auth = "Authorization";
        return List.of(
                Arguments.of(
                        "SigV4: another signature",
                        auth,
                        sigV4("AKIDA", "20260101", "1"),
                        sigV4("AKIDA", "20260102", "2"),
                        true),
                Arguments.of(
                        "SigV4: another key",
                        auth,
                        sigV4("AKIDA", "20260101", "1"),
                        sigV4("AKIDB", "20260101", "1"),
                        false),
                Arguments.of("SigV2: another signature", auth, "AWS AKIDA:sig1", "AWS AKIDA:sig2", true),
                Arguments.of("SigV2: another key", auth, "AWS AKIDA:sig1", "AWS AKIDB:sig1", false),
                Arguments.of("Azure: another signature", auth, "SharedKey acct:s1", "SharedKey acct:s2", true),
                Arguments.of(
                        "Hawk: another nonce", auth, "Hawk id=\"a\", nonce=\"1\"", "Hawk id=\"a\", nonce=\"2\"", true),
                Arguments.of(
                        "message signature: another one",
                        auth,
                        "Signature keyId=\"k\",signature=\"1\"",
                        "Signature keyId=\"k\",signature=\"2\"",
                        true),
                Arguments.of("OAuth 1: another nonce", auth, oauth1("c", "t", "1"), oauth1("c", "t", "2"), true),
                Arguments.of("OAuth 1: another token", auth, oauth1("c", "t", "1"), oauth1("c", "u", "1"), false),
                Arguments.of("OAuth 1: another consumer", auth, oauth1("c", "t", "1"), oauth1("d", "t", "1"), false),
                Arguments.of("OAuth 2 drafts: another token", auth, "OAuth abc", "OAuth abd", false),
                Arguments.of("Digest: another nonce", auth, digest("joe", "1"), digest("joe", "2"), true),
                Arguments.of("Digest: another user", auth, digest("joe", "1"), digest("jim", "1"), false),
                Arguments.of("Basic: another password", auth, basic("joe:a"), basic("joe:b"), true),
                Arguments.of("Basic: another user", auth, basic("joe:a"), basic("jim:a"), false),
                Arguments.of("Basic: not to be decoded", auth, "Basic !!!", "Basic !!?", false),
                Arguments.of("Bearer: another token", auth, "Bearer a", "Bearer b", false),
                Arguments.of("Bearer: blanks say nothing", auth, "Bearer a", " Bearer a ", true),
                Arguments.of("an unknown scheme: all of it", auth, "Weird a=1", "Weird a=2", false),
                Arguments.of("an API key", "X-API-Key", "k1", "k2", false),
                Arguments.of("the same API key", "PRIVATE-TOKEN", "k1", "k1", true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void theStablePartTellsApart(String why, String header, String one, String other, boolean same) {
        LimitKey key = key(header, one);
        assertThat(key.equals(key(header, other))).as(why).isEqualTo(same);
        assertThat(key.label()).as("shown as a tag only").matches("api\\.example\\.com#[0-9a-f]{4}");
        assertThat(key).as("and not equal to nobody's").isNotEqualTo(KEYS.keyOf(RULE, Request.get(URL), true));
    }

    @Test
    void authorizationCountsBeforeAnApiKey() {
        Request bearer = Request.get(URL).with("Authorization", "Bearer a");
        assertThat(KEYS.keyOf(RULE, bearer.with("x-api-key", "k"), true)).isEqualTo(KEYS.keyOf(RULE, bearer, true));
    }

    @Test
    void nobodyHasThePlainKey() {
        assertThat(KEYS.keyOf(RULE, Request.get(URL), true)).isEqualTo(KEYS.keyOf(RULE, Request.get(URL), false));
        assertThat(key("Authorization", "")).hasToString("api.example.com");
    }

    @Test
    void aRuleMayAskForTheCredential() {
        Rule rule = Rule.builder("r").per(Per.parse("host,credential")).build();
        Request request = Request.get(URL).with("Authorization", "Bearer a");
        assertThat(KEYS.keyOf(rule, request, false)).isEqualTo(KEYS.keyOf(rule, request, true));
    }

    @Test
    void anotherJvmShowsAnotherTag() {
        Keys others = new Keys("fedcba9876543210".getBytes(StandardCharsets.US_ASCII));
        Request request = Request.get(URL).with("Authorization", "Bearer a");
        assertThat(others.keyOf(RULE, request, true).label())
                .isNotEqualTo(KEYS.keyOf(RULE, request, true).label());
    }
}
