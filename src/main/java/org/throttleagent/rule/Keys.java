package org.throttleagent.rule;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Derives the keys under which requests share limits. Safe for use by many threads. */
// Whatever may be private (credentials, header values, path segments) enters a key only as a keyed hash: all 64 bits
// tell
// keys apart, 16 of them are shown. The secret is drawn anew for each JVM, so a tag from a log cannot be looked up.
public final class Keys {
    private final @Nullable Supplier<byte[]> secret;
    /** Made at its first use, under this object's monitor. */
    private volatile @Nullable SipHash hash;

    /**
     * Keys with this secret.
     *
     * @param secret at least 16 random bytes
     */
    public Keys(byte[] secret) {
        this.secret = null;
        this.hash = new SipHash(secret);
    }

    /**
     * Keys with a secret that is asked for once, when something is to be hashed for the first time.
     *
     * @param secret gives at least 16 random bytes
     */
    public Keys(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /**
     * The key of a request under its rule.
     *
     * @param withCredential whether different credentials have different keys even if the rule does not say so
     */
    public LimitKey keyOf(Rule rule, RequestFacts request, boolean withCredential) {
        Per per = rule.per();
        String base =
                per.host() ? Hosts.authority(request.scheme(), request.host(), request.port()) : "rule:" + rule.name();
        boolean credential = withCredential || per.credential();
        if (!credential
                && !per.method()
                && per.headers().isEmpty()
                && per.segments().isEmpty()) {
            return new LimitKey(rule.name(), base, base);
        }
        Parts parts = new Parts(base);
        if (credential) {
            parts.addHashed("#", Credentials.of(request));
        }
        if (per.method()) {
            parts.add("|" + request.method());
        }
        for (int i = 0; i < per.headers().size(); i++) {
            String name = per.headers().get(i);
            parts.addHashed("|" + name + "#", request.header(name));
        }
        for (int i = 0; i < per.segments().size(); i++) {
            int number = per.segments().get(i);
            parts.addHashed("|segment:" + number + "#", segment(request.path(), number));
        }
        return new LimitKey(rule.name(), parts.label.toString(), parts.identity.toString());
    }

    /** The key that the requests of a rule share for which the table has no room. */
    public static LimitKey overflowOf(Rule rule) {
        // no host has a blank in its name
        return new LimitKey(rule.name(), "rule:" + rule.name() + ":overflow", " overflow");
    }

    /** The path segment of this number, the first being 1, or {@code null} if the path has not so many. */
    private static @Nullable String segment(String path, int number) {
        int start = 0;
        for (int i = 1; i < number && start >= 0; i++) {
            start = path.indexOf('/', start + 1);
        }
        if (start < 0 || start + 1 >= path.length()) {
            return null;
        }
        int end = path.indexOf('/', start + 1);
        return path.substring(start + 1, end < 0 ? path.length() : end);
    }

    private SipHash hash() {
        SipHash made = hash;
        return made != null ? made : makeHash();
    }

    private synchronized SipHash makeHash() {
        SipHash made = hash;
        if (made == null) {
            made = new SipHash(Objects.requireNonNull(secret).get());
            hash = made;
        }
        return made;
    }

    private final class Parts {
        final StringBuilder label;
        final StringBuilder identity;

        Parts(String base) {
            label = new StringBuilder(base);
            identity = new StringBuilder(base);
        }

        void add(String text) {
            label.append(text);
            identity.append(text);
        }

        /** Adds nothing for what the request does not have. */
        void addHashed(String prefix, @Nullable String value) {
            if (value == null || value.isEmpty()) {
                return;
            }
            long hashed = hash().hash(value);
            label.append(prefix).append(hex(hashed >>> 48, 4));
            identity.append(prefix).append(hex(hashed, 16));
        }
    }

    private static String hex(long value, int digits) {
        String hex = Long.toHexString(value).toLowerCase(Locale.ROOT);
        StringBuilder padded = new StringBuilder(digits);
        for (int i = hex.length(); i < digits; i++) {
            padded.append('0');
        }
        return padded.append(hex).toString();
    }
}
