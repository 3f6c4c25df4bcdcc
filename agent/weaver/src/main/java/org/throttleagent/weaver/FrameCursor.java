package org.throttleagent.weaver;

/** Goes through the frames of a method (JVMS 4.7.4). */
final class FrameCursor {
    static final int ONE_ON_STACK = 64;
    static final int RESERVED = 128;
    static final int ONE_ON_STACK_FAR = 247;
    static final int CHOP = 248;
    static final int SAME_FAR = 251;
    static final int FULL = 255;

    static final int TOP = 0;
    static final int INTEGER = 1;
    static final int FLOAT = 2;
    static final int DOUBLE = 3;
    static final int LONG = 4;
    static final int OBJECT = 7;
    static final int UNINITIALIZED = 8;

    final byte[] frames;
    private int left;
    private int at;

    /** Of the frame that {@link #next} went to; -1 before the first. */
    int offset = -1;

    /** Its first byte. */
    int type;

    /** Where the types of locals begin that it names, and how many there are. */
    int locals;

    int localCount;

    /** Where the types of what is on the stack begin, and how many there are. */
    int stack;

    int stackCount;

    /** At the first of {@code count} frames. */
    FrameCursor(byte[] frames, int count) {
        this.frames = frames;
        this.left = count;
    }

    /** Goes to the next frame, if there is one. */
    boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        type = Bytes.u1(frames, at++);
        localCount = 0;
        stackCount = 0;
        if (type < RESERVED) {
            offset += 1 + (type & ONE_ON_STACK - 1);
        } else if (type < ONE_ON_STACK_FAR) {
            throw new Refusal("its frames are newer than this agent (type " + type + ")");
        } else {
            offset += 1 + Bytes.u2(frames, at);
            at += 2;
        }
        if (type > SAME_FAR && type < FULL) {
            localCount = type - SAME_FAR;
        } else if (type == FULL) {
            localCount = Bytes.u2(frames, at);
            at += 2;
        }
        locals = at;
        at = behind(at, localCount);
        if (type == FULL) {
            stackCount = Bytes.u2(frames, at);
            at += 2;
        } else if (type >= ONE_ON_STACK && type < RESERVED || type == ONE_ON_STACK_FAR) {
            stackCount = 1;
        }
        stack = at;
        at = behind(at, stackCount);
        return true;
    }

    private int behind(int first, int count) {
        int end = first;
        for (int i = 0; i < count; i++) {
            end += sizeOfType(frames[end]);
        }
        return end;
    }

    /** Bytes of a type in a frame, by its tag. */
    static int sizeOfType(int tag) {
        return tag >= OBJECT ? 3 : 1;
    }
}
