package org.throttleagent.weaver;

import java.util.Arrays;

/**
 * How deep a method's operand stack is, and which words of it are the upper halves of longs and doubles, instruction by
 * instruction. Exact where there are frames; without them (class files before version 50), code that only later code jumps to
 * is taken to begin with an empty stack, as in all that compilers of that time wrote.
 */
final class OperandStack {
    private static final boolean[] ONE_WORD = {false};

    private final ClassFile file;
    private final byte[] code;

    /** Whether a word is an upper half; the first {@link #depth} count. */
    private boolean[] upper = new boolean[16];

    private int depth;

    /** By offset: what is on the stack there, where a jump has told. */
    private final boolean[][] atOffset;

    OperandStack(ClassFile file, MethodCode method) {
        this.file = file;
        this.code = method.code;
        this.atOffset = new boolean[code.length + 1][];
        for (int at = 0; at < method.handlers.length; at += 8) {
            atOffset[Bytes.u2(method.handlers, at + 4)] = ONE_WORD;
        }
    }

    /** Words on the stack. */
    int depth() {
        return depth;
    }

    /** Whether the word, counted from the bottom, is the upper half of a long or double. */
    boolean isUpperHalf(int word) {
        return upper[word];
    }

    /** The next instruction is this one, which has no frame. */
    void arrive(int at) {
        boolean[] known = atOffset[at];
        if (known != null) {
            upper = Arrays.copyOf(known, Math.max(upper.length, known.length));
            depth = known.length;
        }
    }

    /** The next instruction has this frame. */
    void arrive(FrameCursor frame) {
        depth = 0;
        int at = frame.stack;
        for (int i = 0; i < frame.stackCount; i++) {
            int tag = frame.frames[at];
            push(tag == FrameCursor.LONG || tag == FrameCursor.DOUBLE ? 2 : 1);
            at += FrameCursor.sizeOfType(tag);
        }
    }

    /** Runs an instruction, though not a return. */
    void run(int at) {
        int opcode = code[at] & 0xFF;
        switch (Opcode.form(code, at)) {
            case Opcode.PLAIN:
            case Opcode.LOCAL:
            case Opcode.SHORT_LOCAL:
                plain(opcode);
                break;
            case Opcode.BYTE:
                replace(opcode == Opcode.NEWARRAY ? 1 : 0, 1);
                break;
            case Opcode.SHORT:
            case Opcode.CONSTANT:
                replace(0, 1);
                break;
            case Opcode.WIDE_CONSTANT:
            case Opcode.INVOKE:
                constant(opcode, Bytes.u2(code, at + 1));
                break;
            case Opcode.ARRAY:
                replace(Bytes.u1(code, at + 3), 1);
                break;
            case Opcode.JUMP:
                jump(opcode, at + Bytes.s2(code, at + 1));
                break;
            case Opcode.WIDE_JUMP:
                jump(opcode == Opcode.GOTO_W ? Opcode.GOTO : Opcode.JSR, at + Bytes.s4(code, at + 1));
                break;
            case Opcode.TABLE:
            case Opcode.LOOKUP:
                choose(at);
                break;
            case Opcode.WIDENED:
                if ((code[at + 1] & 0xFF) != Opcode.IINC) {
                    plain(code[at + 1] & 0xFF);
                }
                break;
            default:
                break;
        }
    }

    /** Nothing runs into what comes next. */
    void leave() {
        depth = 0;
    }

    private void constant(int opcode, int index) {
        if (opcode >= Opcode.GETSTATIC && opcode <= Opcode.INVOKEDYNAMIC) {
            int descriptor = file.characters(file.reference(file.reference(index, 1), 1));
            if (opcode <= Opcode.PUTFIELD) {
                field(opcode, Descriptor.words(file.bytes[descriptor]));
            } else {
                boolean onObject = opcode != Opcode.INVOKESTATIC && opcode != Opcode.INVOKEDYNAMIC;
                int arguments = Descriptor.argumentWords(file.bytes, descriptor);
                replace(onObject ? arguments + 1 : arguments, Descriptor.returnedWords(file.bytes, descriptor));
            }
        } else if (opcode == Opcode.LDC_W || opcode == Opcode.NEW) {
            replace(0, 1);
        } else if (opcode == Opcode.LDC2_W) {
            replace(0, 2);
        } else {
            // ANEWARRAY, CHECKCAST, INSTANCEOF
            replace(1, 1);
        }
    }

    private void field(int opcode, int words) {
        switch (opcode - Opcode.GETSTATIC) {
            case 0:
                replace(0, words);
                break;
            case 1:
                replace(words, 0);
                break;
            case 2:
                replace(1, words);
                break;
            default:
                replace(1 + words, 0);
                break;
        }
    }

    private void jump(int opcode, int target) {
        if (opcode == Opcode.JSR) {
            push(1);
            keep(target);
            // the subroutine has taken the address when it comes back
            replace(1, 0);
            return;
        }
        if (opcode >= Opcode.IF_ICMPEQ && opcode <= Opcode.IF_ACMPNE) {
            replace(2, 0);
        } else if (opcode != Opcode.GOTO) {
            replace(1, 0);
        }
        keep(target);
        if (opcode == Opcode.GOTO) {
            leave();
        }
    }

    private void choose(int at) {
        replace(1, 0);
        for (int distance : Opcode.distances(code, at)) {
            keep(at + Bytes.s4(code, distance));
        }
        leave();
    }

    private void plain(int opcode) {
        if (opcode >= Opcode.DUP && opcode <= Opcode.SWAP) {
            rearrange(opcode);
            return;
        }
        int effect = StackEffect.of(opcode);
        replace(StackEffect.popped(effect), StackEffect.pushed(effect));
        if (opcode == Opcode.ATHROW || opcode == Opcode.RET) {
            leave();
        }
    }

    private void rearrange(int opcode) {
        if (opcode < Opcode.SWAP) {
            // DUP, DUP_X1, DUP_X2, DUP2, DUP2_X1, DUP2_X2; SWAP is for words of which neither is a half
            int which = opcode - Opcode.DUP;
            copyBelow(which < 3 ? 1 : 2, which % 3);
        }
    }

    /** Puts the top words once more, under the {@code under} words below them. */
    private void copyBelow(int words, int under) {
        int from = depth - words - under;
        if (from < 0) {
            return;
        }
        boolean[] top = Arrays.copyOfRange(upper, depth - words, depth);
        makeRoom(words);
        System.arraycopy(upper, from, upper, from + words, words + under);
        System.arraycopy(top, 0, upper, from, words);
        depth += words;
    }

    /** Takes words off and puts one value of 0, 1 or 2 words on. */
    private void replace(int popped, int pushed) {
        depth = Math.max(0, depth - popped);
        push(pushed);
    }

    private void push(int words) {
        makeRoom(words);
        if (words > 0) {
            upper[depth++] = false;
        }
        if (words > 1) {
            upper[depth++] = true;
        }
    }

    private void makeRoom(int words) {
        if (depth + words > upper.length) {
            upper = Arrays.copyOf(upper, 2 * upper.length);
        }
    }

    private void keep(int target) {
        if (atOffset[target] == null) {
            atOffset[target] = Arrays.copyOf(upper, depth);
        }
    }
}
