package org.throttleagent.rule;

import org.jspecify.annotations.Nullable;

/** Requests that must not be sent again as they are. */
public final class Signing {
    private Signing() {}

    /**
     * Whether the request is signed for one use: its signature covers a time or a nonce, so that a server may take a second
     * one for a replay. AWS signatures and their kin, OAuth 1 (RFC 5849), Azure's shared keys, Hawk, HTTP message signatures
     * (RFC 9421) and DPoP proofs (RFC 9449). A signature in the query cannot be seen and may be used more than once.
     */
    public static boolean isSigned(RequestFacts request) {
        String value = request.header("authorization");
        return (value != null && isSigned(Authorization.parse(value)))
                || request.header("signature-input") != null
                || request.header("dpop") != null;
    }

    static boolean isSigned(Authorization authorization) {
        if (authorization.is("Bearer") || authorization.is("Basic")) {
            return false;
        }
        if (authorization.is("OAuth")) {
            // the OAuth 2 drafts used the same word for a plain token
            return authorization.parameter("oauth_signature") != null;
        }
        return authorization.begins("AWS4-")
                || authorization.is("AWS")
                || authorization.begins("GOOG")
                || authorization.begins("TC3-")
                || authorization.begins("ACS3-")
                || authorization.begins("SharedKey")
                || authorization.begins("HMAC-")
                || authorization.is("hmac")
                || authorization.is("Hawk")
                || authorization.is("Signature");
    }

    /**
     * Whether the request asks to go on with another protocol (RFC 9110, section 7.8), such as a web socket. An offer of
     * {@code h2c} or of TLS does not count: clients make it by themselves, and it is HTTP all the same.
     */
    public static boolean isUpgrade(RequestFacts request) {
        String protocols = request.header("upgrade");
        if (protocols == null) {
            return hasToken(request.header("connection"), "upgrade");
        }
        for (String protocol : protocols.split(",", -1)) {
            String name = protocol.trim();
            if (!name.isEmpty() && !name.equalsIgnoreCase("h2c") && !name.regionMatches(true, 0, "TLS/", 0, 4)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasToken(@Nullable String list, String token) {
        if (list == null) {
            return false;
        }
        for (String item : list.split(",", -1)) {
            if (item.trim().equalsIgnoreCase(token)) {
                return true;
            }
        }
        return false;
    }
}
