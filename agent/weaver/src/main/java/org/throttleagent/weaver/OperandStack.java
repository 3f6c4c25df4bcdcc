package org.throttleagent.weaver;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * How deep a method's operand stack is, and which words of it are the upper halves of longs and doubles, while the method
 * passes by. Exact where there are frames; without them (class files before version 50), a label that only later code jumps
 * to is taken to have an empty stack, as in all that compilers of that time wrote.
 */
final class OperandStack {
    private static final boolean[] ONE_WORD = {false};

    /** Whether a word is an upper half; the first {@link #depth} count. */
    private boolean[] upper = new boolean[16];

    private int depth;

    /** Nothing runs into the next instruction from above. */
    private boolean unreachable;

    private final Map<Label, boolean[]> atLabel = new IdentityHashMap<>();

    /** Words on the stack; 0 where code cannot be reached. */
    int depth() {
        return depth;
    }

    /** Whether the word, counted from the bottom, is the upper half of a long or double. */
    boolean isUpperHalf(int word) {
        return upper[word];
    }

    void unreachable() {
        unreachable = true;
        depth = 0;
    }

    void handler(Label label) {
        atLabel.put(label, ONE_WORD);
    }

    void label(Label label) {
        boolean[] known = atLabel.get(label);
        if (known != null) {
            set(known);
        } else {
            unreachable = false;
        }
    }

    void frame(int count, Object @Nullable [] types) {
        depth = 0;
        unreachable = false;
        for (int i = 0; types != null && i < count; i++) {
            push(types[i] == Opcodes.LONG || types[i] == Opcodes.DOUBLE ? 2 : 1);
        }
    }

    /** Takes words off and puts one value of 0, 1 or 2 words on. */
    void replace(int popped, int pushed) {
        depth = Math.max(0, depth - popped);
        push(pushed);
    }

    void call(String descriptor, boolean onObject) {
        int sizes = Type.getArgumentsAndReturnSizes(descriptor);
        int argumentsAndThis = sizes >> 2;
        replace(onObject ? argumentsAndThis : argumentsAndThis - 1, sizes & 3);
    }

    void jump(int opcode, Label label) {
        if (opcode == Opcodes.JSR) {
            push(1);
            keep(label);
            // the subroutine has taken the address when it comes back
            replace(1, 0);
            return;
        }
        if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE) {
            replace(2, 0);
        } else if (opcode != Opcodes.GOTO) {
            replace(1, 0);
        }
        keep(label);
        if (opcode == Opcodes.GOTO) {
            unreachable();
        }
    }

    void choose(Label otherwise, Label[] labels) {
        replace(1, 0);
        keep(otherwise);
        for (Label label : labels) {
            keep(label);
        }
        unreachable();
    }

    /** An instruction that is an opcode and at most a local. */
    void plain(int opcode) {
        if (opcode >= Opcodes.DUP && opcode <= Opcodes.SWAP) {
            rearrange(opcode);
            return;
        }
        int effect = StackEffect.of(opcode);
        replace(StackEffect.popped(effect), StackEffect.pushed(effect));
        if (opcode == Opcodes.ATHROW || opcode == Opcodes.RET) {
            unreachable();
        }
    }

    private void rearrange(int opcode) {
        switch (opcode) {
            case Opcodes.DUP:
                copyBelow(1, 0);
                break;
            case Opcodes.DUP_X1:
                copyBelow(1, 1);
                break;
            case Opcodes.DUP_X2:
                copyBelow(1, 2);
                break;
            case Opcodes.DUP2:
                copyBelow(2, 0);
                break;
            case Opcodes.DUP2_X1:
                copyBelow(2, 1);
                break;
            case Opcodes.DUP2_X2:
                copyBelow(2, 2);
                break;
            default:
                // SWAP is for words of which neither is a half
                break;
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

    private void keep(Label label) {
        if (!unreachable && !atLabel.containsKey(label)) {
            atLabel.put(label, Arrays.copyOf(upper, depth));
        }
    }

    private void set(boolean[] known) {
        upper = Arrays.copyOf(known, Math.max(upper.length, known.length));
        depth = known.length;
        unreachable = false;
    }
}
