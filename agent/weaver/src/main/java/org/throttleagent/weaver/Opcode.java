package org.throttleagent.weaver;

/** The instructions of the JVM by the form of their operands (JVMS 6.5). */
final class Opcode {
    static final int NOP = 0;
    static final int ACONST_NULL = 1;
    static final int ICONST_0 = 3;
    static final int LDC_W = 19;
    static final int LDC2_W = 20;
    static final int ILOAD = 21;
    static final int LLOAD = 22;
    static final int DLOAD = 24;
    static final int ALOAD = 25;
    static final int ILOAD_0 = 26;
    static final int ALOAD_0 = 42;
    static final int ISTORE = 54;
    static final int ISTORE_0 = 59;
    static final int POP = 87;
    static final int POP2 = 88;
    static final int DUP = 89;
    static final int DUP_X1 = 90;
    static final int DUP_X2 = 91;
    static final int DUP2_X1 = 93;
    static final int DUP2_X2 = 94;
    static final int SWAP = 95;
    static final int IINC = 132;
    static final int IF_ICMPEQ = 159;
    static final int IF_ACMPNE = 166;
    static final int GOTO = 167;
    static final int JSR = 168;
    static final int RET = 169;
    static final int TABLESWITCH = 170;
    static final int IRETURN = 172;
    static final int LRETURN = 173;
    static final int DRETURN = 175;
    static final int ARETURN = 176;
    static final int RETURN = 177;
    static final int GETSTATIC = 178;
    static final int PUTFIELD = 181;
    static final int INVOKESTATIC = 184;
    static final int INVOKEDYNAMIC = 186;
    static final int NEW = 187;
    static final int NEWARRAY = 188;
    static final int ARRAYLENGTH = 190;
    static final int ATHROW = 191;
    static final int MONITORENTER = 194;
    static final int MONITOREXIT = 195;
    static final int WIDE = 196;
    static final int MULTIANEWARRAY = 197;
    static final int GOTO_W = 200;

    /** No operands. */
    static final char PLAIN = 'p';
    /** One byte that is neither a local nor a constant. */
    static final char BYTE = 'b';
    /** Two such bytes. */
    static final char SHORT = 's';
    /** A constant's index in one byte. */
    static final char CONSTANT = 'c';
    /** A constant's index in two bytes. */
    static final char WIDE_CONSTANT = 'C';
    /** A constant's index in two bytes, and two bytes more. */
    static final char INVOKE = 'i';
    /** A constant's index in two bytes, and one byte more. */
    static final char ARRAY = 'a';
    /** A local in one byte. */
    static final char LOCAL = 'l';
    /** A local in the opcode itself. */
    static final char SHORT_LOCAL = 'q';
    /** A local and a number, in one byte each. */
    static final char INCREMENT = '+';
    /** A distance in two bytes. */
    static final char JUMP = 'j';
    /** A distance in four bytes. */
    static final char WIDE_JUMP = 'J';

    static final char TABLE = 't';
    static final char LOOKUP = 'k';
    /** Another instruction that has a local, which is given in two bytes. */
    static final char WIDENED = 'w';

    /* Arrays: the code that weaves runs in the interpreter, where a call costs more than what it does. */
    private static final char[] FORMS = ("pppppppppppppppp" // nop to dconst_1
                    + "bscCC" // bipush, sipush, ldc, ldc_w, ldc2_w
                    + "lllllqqqqqqqqqqqqqqqqqqqq" // loads
                    + "pppppppp" // from arrays
                    + "lllllqqqqqqqqqqqqqqqqqqqq" // stores
                    + "pppppppp" // into arrays
                    + "ppppppppp" // pop to swap
                    + "pppppppppppppppppppppppppppppppppppp" // arithmetic, to lxor
                    + "+" // iinc
                    + "pppppppppppppppppppp" // conversions, comparisons
                    + "jjjjjjjjjjjjjjjj" // ifeq to jsr
                    + "l" // ret
                    + "tk" // switches
                    + "pppppp" // returns
                    + "CCCCCCCii" // fields, calls
                    + "CbC" // new, newarray, anewarray
                    + "pp" // arraylength, athrow
                    + "CC" // checkcast, instanceof
                    + "pp" // monitorenter, monitorexit
                    + "wa" // wide, multianewarray
                    + "jj" // ifnull, ifnonnull
                    + "JJ") // goto_w, jsr_w
            .toCharArray();

    /** Of all that have one size only; 0 for the others. */
    private static final byte[] SIZES = sizes();

    private Opcode() {}

    /** The form of an instruction. */
    static char form(byte[] code, int at) {
        int opcode = code[at] & 0xFF;
        if (opcode >= FORMS.length) {
            throw new Refusal("its code is newer than this agent (instruction " + opcode + ")");
        }
        return FORMS[opcode];
    }

    /** Bytes of an instruction with its operands. */
    static int size(byte[] code, int at) {
        int opcode = code[at] & 0xFF;
        int size = opcode < SIZES.length ? SIZES[opcode] : 0;
        return size > 0 ? size : sizeByForm(code, at);
    }

    private static int sizeByForm(byte[] code, int at) {
        switch (form(code, at)) {
            case TABLE:
                int table = operands(at);
                return table + 12 + 4 * (Bytes.s4(code, table + 8) - Bytes.s4(code, table + 4) + 1) - at;
            case LOOKUP:
                int pairs = operands(at);
                return pairs + 8 + 8 * Bytes.s4(code, pairs + 4) - at;
            default:
                return (code[at + 1] & 0xFF) == IINC ? 6 : 4;
        }
    }

    /** Where the operands of a switch begin: at the next multiple of four. */
    static int operands(int at) {
        return (at + 4) & ~3;
    }

    /** Where the distances of a switch stand, of which the first leads to its default. */
    static int[] distances(byte[] code, int at) {
        int first = operands(at);
        int behind = first + 12;
        boolean table = (code[at] & 0xFF) == TABLESWITCH;
        int cases = table ? (at + size(code, at) - behind) / 4 : Bytes.s4(code, first + 4);
        int[] distances = new int[1 + cases];
        distances[0] = first;
        for (int i = 0; i < cases; i++) {
            distances[1 + i] = behind + (table ? 4 : 8) * i;
        }
        return distances;
    }

    /** Whether it is a return, with a value or without. */
    static boolean isReturn(int opcode) {
        return opcode >= IRETURN && opcode <= RETURN;
    }

    private static byte[] sizes() {
        byte[] byForm = new byte['z'];
        byForm[PLAIN] = byForm[SHORT_LOCAL] = 1;
        byForm[BYTE] = byForm[CONSTANT] = byForm[LOCAL] = 2;
        byForm[SHORT] = byForm[WIDE_CONSTANT] = byForm[INCREMENT] = byForm[JUMP] = 3;
        byForm[ARRAY] = 4;
        byForm[INVOKE] = byForm[WIDE_JUMP] = 5;
        byte[] sizes = new byte[FORMS.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = byForm[FORMS[i]];
        }
        return sizes;
    }
}
