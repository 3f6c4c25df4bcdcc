package org.throttleagent.rule;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The stable part of who is asking: what stays the same in all requests of one account. It is secret; hash it. */
final class Credentials {
    /** Headers that carry a key where there is no {@code Authorization}; the first that is there counts. */
    private static final String[] KEY_HEADERS = {
        "x-api-key",
        "api-key",
        "apikey",
        "x-auth-token",
        "private-token",
        "job-token",
        "x-apikey",
        "x-access-token",
        "x-auth-key",
        "x-goog-api-key",
        "x-shopify-access-token",
        "x-figma-token",
        "ocp-apim-subscription-key",
        "x-rapidapi-key",
        "dd-api-key",
        "x-vault-token",
        "x-cloudant-user",
        "x-algolia-api-key",
        "x-subscription-token",
        "x-token"
    };

    private Credentials() {}

    /** Who asks, or {@code null} if the request does not say. */
    static @Nullable String of(RequestFacts request) {
        String value = request.header("authorization");
        if (value != null && !value.trim().isEmpty()) {
            return ofAuthorization(value);
        }
        for (String name : KEY_HEADERS) {
            String key = request.header(name);
            if (key != null && !key.isEmpty()) {
                return name + " " + key;
            }
        }
        return null;
    }

    private static String ofAuthorization(String value) {
        Authorization authorization = Authorization.parse(value);
        String stable = null;
        if (authorization.is("Basic")) {
            stable = basicUser(authorization.rest());
        } else if (authorization.is("Digest")) {
            stable = authorization.parameter("username");
        } else if (authorization.is("OAuth")) {
            stable = oauth1(authorization);
        } else if (Signing.isSigned(authorization)) {
            stable = signer(authorization);
        }
        return stable == null || stable.isEmpty() ? value.trim() : "account " + stable;
    }

    /** The user of RFC 7617: what comes before the first colon. */
    private static @Nullable String basicUser(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? null : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Consumer key and token of RFC 5849; {@code null} for the OAuth 2 drafts that used the same word. */
    private static @Nullable String oauth1(Authorization authorization) {
        String consumer = authorization.parameter("oauth_consumer_key");
        return consumer == null ? null : consumer + " " + authorization.parameter("oauth_token");
    }

    /** The account of a signature, which itself is new in each request. */
    private static @Nullable String signer(Authorization authorization) {
        String credential = authorization.parameter("Credential");
        if (credential != null) {
            int slash = credential.indexOf('/');
            return slash < 0 ? credential : credential.substring(0, slash);
        }
        String id = authorization.parameter("keyId");
        if (id == null) {
            id = authorization.parameter("id");
        }
        if (id != null) {
            return id;
        }
        // AWS signature 2 and its kin: account:signature
        int colon = authorization.rest().indexOf(':');
        return colon < 0 ? null : authorization.rest().substring(0, colon);
    }
}
