package org.throttleagent.runtime;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Draws the secret of this JVM when the first credential is hashed: most never are, and the JDK's generator is slow to load. */
final class RandomSecret implements Supplier<byte[]> {
    private static final int BYTES = 16;

    @Override
    public byte[] get() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
