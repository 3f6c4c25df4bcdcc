package org.throttleagent.weaver;

/**
 * Turns every return of a method into a jump, with nothing on the stack but what it returns. A return throws away what else
 * is on the stack (Kotlin's compiler counts on it), a jump does not; so this follows the stack.
 */
final class RedirectedReturns {
    /** Code of this length has no jump that two bytes could not hold, whatever splicing makes of it. */
    private static final int SHORT = 8000;

    /** By offset of a return: what takes off the stack all that is below the value; {@code null} where nothing is. */
    private final byte[][] drops;

    private final boolean far;
    private int extraStack;
    private int destination;

    private RedirectedReturns(int length) {
        drops = new byte[length][];
        far = length > SHORT;
    }

    static RedirectedReturns of(ClassFile file, MethodCode method) {
        RedirectedReturns returns = new RedirectedReturns(method.code.length);
        OperandStack operands = new OperandStack(file, method);
        FrameCursor frames = new FrameCursor(method.frames, method.frameCount);
        boolean anotherFrame = frames.next();
        int at = 0;
        while (at < method.code.length) {
            if (anotherFrame && frames.offset == at) {
                operands.arrive(frames);
                anotherFrame = frames.next();
            } else {
                operands.arrive(at);
            }
            int opcode = method.code[at] & 0xFF;
            if (Opcode.isReturn(opcode)) {
                returns.dropBelow(at, opcode, operands);
                operands.leave();
            } else {
                operands.run(at);
            }
            at += Opcode.size(method.code, at);
        }
        return returns;
    }

    /** Words by which the method's stack must be deeper than it was. */
    int extraStack() {
        return extraStack;
    }

    /** Says where all of them lead to. */
    void leadTo(int offset) {
        destination = offset;
    }

    /** How many bytes come in place of the return at an offset. */
    int size(int at) {
        return (drops[at] == null ? 0 : drops[at].length) + (far ? 5 : 3);
    }

    /** Writes what comes in its place. */
    void write(ByteSink out, int at) {
        if (drops[at] != null) {
            out.bytes(drops[at], 0, drops[at].length);
        }
        int distance = destination - out.size();
        if (far) {
            out.u1(Opcode.GOTO_W);
            out.s4(distance);
        } else {
            out.u1(Opcode.GOTO);
            out.u2(distance);
        }
    }

    private void dropBelow(int at, int opcode, OperandStack operands) {
        int words = opcode == Opcode.RETURN ? 0 : opcode == Opcode.LRETURN || opcode == Opcode.DRETURN ? 2 : 1;
        int left = operands.depth() - words;
        if (left <= 0) {
            return;
        }
        ByteSink out = new ByteSink(8);
        while (left > 0) {
            boolean wide = operands.isUpperHalf(left - 1);
            dropOneBelow(out, words, wide);
            left -= wide ? 2 : 1;
        }
        drops[at] = out.toBytes();
        extraStack = 2;
    }

    /** Needs no scratch local: the value goes below what it stands on, which then is on top. */
    private static void dropOneBelow(ByteSink out, int words, boolean wide) {
        if (words == 1) {
            out.u1(wide ? Opcode.DUP_X2 : Opcode.DUP_X1);
            out.u1(Opcode.POP);
        } else if (words == 2) {
            out.u1(wide ? Opcode.DUP2_X2 : Opcode.DUP2_X1);
            out.u1(Opcode.POP2);
        }
        out.u1(wide ? Opcode.POP2 : Opcode.POP);
    }
}
