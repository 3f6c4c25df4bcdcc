package org.throttleagent.rule;

import java.nio.charset.StandardCharsets;

/** SipHash-2-4: a keyed hash of 64 bits from which, without the key, nothing of the text can be learned. Immutable. */
// The JDK has keyed hashes as well, but the first use of one loads its whole crypto framework into the application's
// start.
final class SipHash {
    /** How many bytes a key has. */
    static final int KEY_BYTES = 16;

    private final long key0;
    private final long key1;

    /** A hash with this key, of which the first {@link #KEY_BYTES} bytes count. */
    SipHash(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("the key has " + key.length + " bytes, needed are " + KEY_BYTES);
        }
        key0 = word(key, 0);
        key1 = word(key, 8);
    }

    long hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash as Aumasson and Bernstein define it (SipHash: a fast short-input PRF, 2012). */
    long hash(byte[] message) {
        State state = new State(key0, key1);
        int whole = message.length & ~7;
        for (int i = 0; i < whole; i += 8) {
            state.compress(word(message, i));
        }
        long last = (long) message.length << 56;
        for (int i = whole; i < message.length; i++) {
            last |= (message[i] & 0xffL) << (8 * (i - whole));
        }
        state.compress(last);
        return state.finish();
    }

    private static long word(byte[] bytes, int at) {
        long word = 0;
        for (int i = 7; i >= 0; i--) {
            word = word << 8 | (bytes[at + i] & 0xffL);
        }
        return word;
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void compress(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xff;
            for (int i = 0; i < 4; i++) {
                round();
            }
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
