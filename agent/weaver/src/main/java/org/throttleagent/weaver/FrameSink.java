package org.throttleagent.weaver;

/** Writes the frames of a woven method, in the order of their offsets. */
final class FrameSink {
    private final ByteSink out = new ByteSink(256);
    private int previous = -1;
    private int count;

    int count() {
        return count;
    }

    byte[] toBytes() {
        return out.toBytes();
    }

    /** A frame that changes nothing but the offset. */
    void same(int offset) {
        int distance = distanceTo(offset);
        if (distance < FrameCursor.ONE_ON_STACK) {
            out.u1(distance);
        } else {
            far(FrameCursor.SAME_FAR, distance);
        }
    }

    /** A frame with one value on the stack, the type of which is to be written next. */
    void oneOnStack(int offset) {
        int distance = distanceTo(offset);
        if (distance < FrameCursor.ONE_ON_STACK) {
            out.u1(FrameCursor.ONE_ON_STACK + distance);
        } else {
            far(FrameCursor.ONE_ON_STACK_FAR, distance);
        }
    }

    /** A frame with some locals more or less, the types of which are to be written next, or all of them. */
    void other(int type, int offset) {
        far(type, distanceTo(offset));
    }

    void count(int ofTypes) {
        out.u2(ofTypes);
    }

    /** A type that a method's own frame has; what is not initialised yet is known by the instruction that made it. */
    void copyTypes(byte[] frames, int first, int count, Offsets moved) {
        int at = first;
        for (int i = 0; i < count; i++) {
            int tag = frames[at];
            if (tag == FrameCursor.UNINITIALIZED) {
                type(tag, moved.of(Bytes.u2(frames, at + 1)));
            } else {
                out.bytes(frames, at, at + FrameCursor.sizeOfType(tag));
            }
            at += FrameCursor.sizeOfType(tag);
        }
    }

    /** A type with what belongs to it, if anything does: a class's index or an offset. */
    void type(int tag, int operand) {
        out.u1(tag);
        if (tag >= FrameCursor.OBJECT) {
            out.u2(operand);
        }
    }

    private void far(int type, int distance) {
        out.u1(type);
        out.u2(distance);
    }

    private int distanceTo(int offset) {
        int distance = offset - previous - 1;
        if (distance < 0) {
            throw new IllegalStateException("two frames at " + offset);
        }
        previous = offset;
        count++;
        return distance;
    }
}
