package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;

/**
 * F22: what must not be sent again though its answer asks for it, because the server may have done the work already, or would
 * take it for a replay; and beside it what is like it and must.
 */
final class UnsafeCases {
    private static final String SIGV4 = "Authorization: AWS4-HMAC-SHA256 "
            + "Credential=AKIDEXAMPLE/20261124/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d67"
            + "|X-Amz-Date: 20261124T120000Z";
    private static final String OAUTH1 = "Authorization: OAuth oauth_consumer_key=\"app\", oauth_token=\"user\", "
            + "oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1795521600\", oauth_nonce=\"once\", "
            + "oauth_signature=\"c2lnbmVk\"";
    private static final String BEARER = "Authorization: Bearer token";

    private UnsafeCases() {}

    static List<KitCase> all() {
        return List.of(
                signed("F22-sigv4", "AWS signature 4", SIGV4),
                signed("F22-oauth1", "OAuth 1", OAUTH1),
                token(),
                unavailable("F22-503-get", "a GET", "GET /"),
                unavailable("F22-503-put", "a PUT", "PUT / BYTES"),
                unavailable("F22-503-delete", "a DELETE", "DELETE /"),
                unavailablePost(),
                bareUnavailable(),
                bareUnavailableUnderRule(),
                bareUnavailableAfterLimit());
    }

    /** With Retry-After 0 it is the rule alone that holds the next request. */
    private static KitCase signed(String id, String what, String headers) {
        return KitCase.of(id, "a request signed by " + what + " is paced, and never sent again")
                .server(Stubs.answering(Stubs.fine(), Stubs.refusal("0"), Stubs.fine()))
                .rule("rate", "1/s")
                .does("send", "GET /;GET /;GET /")
                .with("headers", headers)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200, 429, 200);
                    assertThat(outcome.calls().get(1).body()).isEqualTo("not now");
                    outcome.arrived(3);
                    outcome.grantsApart(1);
                    assertThat(outcome.total("resent")).isZero();
                });
    }

    private static KitCase token() {
        return KitCase.of("F22-bearer", "a request with a token is not signed, and is sent again with it")
                .server(Stubs.answering(Stubs.refusal("1"), Stubs.fine()))
                .does("send", "GET /")
                .with("headers", BEARER)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.sentAgain(1);
                    assertThat(outcome.seen().get(1).header("Authorization")).containsExactly("Bearer token");
                });
    }

    private static KitCase unavailable(String id, String what, String request) {
        return KitCase.of(id, "503 with Retry-After: " + what + " is sent again")
                .server(Stubs.answering(unavailable().withHeader("Retry-After", "1"), Stubs.fine()))
                .does("send", request)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.sentAgain(1);
                });
    }

    private static KitCase unavailablePost() {
        return KitCase.of("F22-503-post", "503 with Retry-After: a POST is not sent again, and the next request waits")
                .server(Stubs.answering(unavailable().withHeader("Retry-After", "2"), Stubs.fine()))
                .does("send", "POST / BYTES;GET /")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(503, 200);
                    assertThat(outcome.calls().get(0).body()).isEqualTo("busy");
                    assertThat(outcome.seen()).extracting(Seen::method).containsExactly("POST", "GET");
                    outcome.waited(2);
                });
    }

    private static KitCase bareUnavailable() {
        return KitCase.of(
                        "F22-503-bare", "a bare 503 of a server without a known limit is not sent again, holds nobody")
                .server(Stubs.answering(unavailable(), Stubs.fine()))
                .does("send", "GET /;GET /")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(503, 200);
                    outcome.arrived(2);
                    assertThat(outcome.closings()).as("times it was closed").isZero();
                });
    }

    private static KitCase bareUnavailableUnderRule() {
        return KitCase.of("F22-503-ruled", "a bare 503 holds off a key that a rule governs, and is not sent again")
                .server(Stubs.answering(unavailable(), Stubs.fine()))
                .rule("rate", "1000/s")
                .does("send", "GET /;GET /")
                .expect(UnsafeCases::heldOffAfterTheFirst);
    }

    private static KitCase bareUnavailableAfterLimit() {
        return KitCase.of("F22-503-learned", "a bare 503 holds off a key that has shown a limit, and is not sent again")
                .server(Stubs.answering(
                        WireMock.ok("fine")
                                .withHeader("RateLimit-Limit", "100")
                                .withHeader("RateLimit-Remaining", "90")
                                .withHeader("RateLimit-Reset", "60"),
                        unavailable(),
                        Stubs.fine()))
                .does("send", "GET /;GET /;GET /")
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200, 503, 200);
                    outcome.arrived(3);
                    assertThat(outcome.closings()).as("times it was closed").isEqualTo(1);
                    List<Seen> seen = outcome.seen();
                    assertThat((seen.get(2).nanoTime() - seen.get(1).nanoTime()) / 1e9)
                            .as("seconds from the 503 to the next request")
                            .isGreaterThanOrEqualTo(1);
                });
    }

    private static void heldOffAfterTheFirst(Outcome outcome) {
        assertThat(outcome.statuses()).containsExactly(503, 200);
        outcome.arrived(2);
        outcome.waited(1);
        assertThat(outcome.closings()).as("times it was closed").isEqualTo(1);
    }

    private static ResponseDefinitionBuilder unavailable() {
        return WireMock.aResponse().withStatus(503).withBody("busy");
    }
}
