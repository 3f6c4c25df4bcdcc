package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningTest {
    private static final Request PLAIN = Request.get("https://api.example.com/");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization   | AWS4-HMAC-SHA256 Credential=A/20260101/x/s3/aws4_request, Signature=1 | true  | SigV4",
                "Authorization   | AWS4-ECDSA-P256-SHA256 Credential=A/20260101/s3/aws4_request          | true  | SigV4a",
                "Authorization   | AWS A:sig                                                             | true  | SigV2",
                "Authorization   | OAuth oauth_consumer_key=\"c\", oauth_signature=\"s\"                 | true  | OAuth 1",
                "Authorization   | OAuth abc                                                             | false | an OAuth 2 draft's token",
                "Authorization   | SharedKeyLite acct:sig                                                | true  | Azure",
                "Authorization   | Hawk id=\"a\", mac=\"m\"                                              | true  | Hawk",
                "Authorization   | Bearer abc                                                            | false | a plain token",
                "Authorization   | Basic abc                                                             | false | a password",
                "Authorization   | Digest username=\"a\"                                                 | false | clients count it up by themselves",
                "Signature-Input | sig1=()                                                               | true  | RFC 9421",
                "DPoP            | eyJ                                                                   | true  | RFC 9449",
                "X-API-Key       | k                                                                     | false | a key",
            })
    void signedRequests(String header, String value, boolean signed, String why) {
        assertThat(Signing.isSigned(PLAIN.with(header, value))).as(why).isEqualTo(signed);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Upgrade    | websocket        | true  | a web socket",
                "Upgrade    | h2c              | false | a client offers it by itself",
                "Upgrade    | TLS/1.2          | false | so is this",
                "Upgrade    | h2c, websocket   | true  | one of them is another protocol",
                "Connection | keep-alive, Upgrade | true  | an upgrade to we know not what",
                "Connection | keep-alive       | false | nothing of the kind",
            })
    void upgrades(String header, String value, boolean upgrade, String why) {
        assertThat(Signing.isUpgrade(PLAIN.with(header, value))).as(why).isEqualTo(upgrade);
    }

    @Test
    void theOfferThatTheJdkMakesIsNoUpgrade() {
        Request offer = PLAIN.with("Connection", "Upgrade, HTTP2-Settings").with("Upgrade", "h2c");
        assertThat(Signing.isUpgrade(offer)).isFalse();
        assertThat(Signing.isUpgrade(PLAIN)).isFalse();
        assertThat(Signing.isSigned(PLAIN)).isFalse();
    }
}
