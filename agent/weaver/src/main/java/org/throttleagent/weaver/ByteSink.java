package org.throttleagent.weaver;

import java.util.Arrays;

/** Collects the big-endian numbers of a class file. For one thread. */
final class ByteSink {
    private byte[] bytes;
    private int size;

    /**
     * An empty one.
     *
     * @param room for how many bytes there is room from the beginning
     */
    ByteSink(int room) {
        bytes = new byte[room];
    }

    int size() {
        return size;
    }

    /** What was collected; nothing may be added any more. */
    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    void u1(int value) {
        makeRoom(1);
        bytes[size++] = (byte) value;
    }

    void u2(int value) {
        makeRoom(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    void s4(int value) {
        u2(value >> 16);
        u2(value);
    }

    /** Those of {@code from} between two offsets. */
    void bytes(byte[] from, int start, int end) {
        int length = end - start;
        makeRoom(length);
        System.arraycopy(from, start, bytes, size, length);
        size += length;
    }

    void all(ByteSink other) {
        bytes(other.bytes, 0, other.size);
    }

    private void makeRoom(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
