package org.throttleagent.weaver;

/**
 * What an instruction without operands, or with a local as its only one, does to the operand stack (JVMS 6.5). DUP to SWAP
 * are not told of here.
 */
final class StackEffect {
    /* By opcode, two digits each: words taken off, words of the one value put on. */
    private static final char[] TABLE = (
            // NOP, ACONST_NULL, ICONST_M1..5, LCONST_0..1, FCONST_0..2, DCONST_0..1
            "00" + "01" + "01010101010101" + "0202" + "010101" + "0202"
                    // BIPUSH, SIPUSH, LDC and its two wide forms are not asked for
                    + "0101" + "010102"
                    // ILOAD, LLOAD, FLOAD, DLOAD, ALOAD, and four short forms of each
                    + "0102010201" + "01010101" + "02020202" + "01010101" + "02020202" + "01010101"
                    // IALOAD, LALOAD, FALOAD, DALOAD, AALOAD, BALOAD, CALOAD, SALOAD
                    + "2122212221212121"
                    // ISTORE, LSTORE, FSTORE, DSTORE, ASTORE, and four short forms of each
                    + "1020102010" + "10101010" + "20202020" + "10101010" + "20202020" + "10101010"
                    // IASTORE, LASTORE, FASTORE, DASTORE, AASTORE, BASTORE, CASTORE, SASTORE
                    + "3040304030303030"
                    // POP, POP2, DUP..SWAP
                    + "1020" + "00000000000000"
                    // ADD, SUB, MUL, DIV, REM: int, long, float, double each
                    + "21422142" + "21422142" + "21422142" + "21422142" + "21422142"
                    // NEG
                    + "11221122"
                    // ISHL, LSHL, ISHR, LSHR, IUSHR, LUSHR
                    + "213221322132"
                    // AND, OR, XOR: int, long each
                    + "214221422142"
                    // IINC
                    + "00"
                    // I2L, I2F, I2D, L2I, L2F, L2D, F2I, F2L, F2D, D2I, D2L, D2F
                    + "121112" + "212122" + "111212" + "212221"
                    // I2B, I2C, I2S
                    + "111111"
                    // LCMP, FCMPL, FCMPG, DCMPL, DCMPG
                    + "4121214141")
            .toCharArray();

    private StackEffect() {}

    static int of(int opcode) {
        switch (opcode) {
            case Opcode.RET:
                return 0;
            case Opcode.ARRAYLENGTH:
                return 11;
            case Opcode.ATHROW:
            case Opcode.MONITORENTER:
            case Opcode.MONITOREXIT:
                return 10;
            default:
                return 10 * (TABLE[2 * opcode] - '0') + TABLE[2 * opcode + 1] - '0';
        }
    }

    static int popped(int effect) {
        return effect / 10;
    }

    static int pushed(int effect) {
        return effect % 10;
    }
}
