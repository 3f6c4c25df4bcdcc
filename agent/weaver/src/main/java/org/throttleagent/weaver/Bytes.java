package org.throttleagent.weaver;

/** Reads the big-endian numbers of a class file. */
final class Bytes {
    private Bytes() {}

    static int u1(byte[] from, int at) {
        return from[at] & 0xFF;
    }

    static int u2(byte[] from, int at) {
        return (from[at] & 0xFF) << 8 | from[at + 1] & 0xFF;
    }

    static int s2(byte[] from, int at) {
        return from[at] << 8 | from[at + 1] & 0xFF;
    }

    static int s4(byte[] from, int at) {
        return from[at] << 24 | (from[at + 1] & 0xFF) << 16 | (from[at + 2] & 0xFF) << 8 | from[at + 3] & 0xFF;
    }
}
