package org.throttleagent.weaver;

import org.jspecify.annotations.Nullable;

/** A stretch of instructions on its way to a new place, where some of them take more room than they did. */
/* In two passes, as distances of jumps are known only when everything has its place. */
final class MovedCode {
    private static final int LAST_SHORT = 3;
    private static final int LAST_BYTE = 255;

    private final byte[] code;
    private final int from;
    private final int to;
    private final Offsets offsets;

    /** By how much the numbers of locals grow. */
    private final int shift;

    /** What becomes of constants; {@code null} if they keep their indexes. */
    private final @Nullable PatchConstants constants;

    /** What becomes of returns; {@code null} if they stay. */
    private final @Nullable RedirectedReturns returns;

    private MovedCode(
            byte[] code,
            int from,
            int to,
            Offsets offsets,
            int shift,
            @Nullable PatchConstants constants,
            @Nullable RedirectedReturns returns) {
        this.code = code;
        this.from = from;
        this.to = to;
        this.offsets = offsets;
        this.shift = shift;
        this.constants = constants;
        this.returns = returns;
    }

    /** All of a target method's code. */
    static MovedCode ofTarget(byte[] code, Offsets offsets, int shift, @Nullable RedirectedReturns returns) {
        return new MovedCode(code, 0, code.length, offsets, shift, null, returns);
    }

    /** A stretch of a carrier's code. */
    static MovedCode ofCarrier(byte[] code, int from, int to, Offsets offsets, PatchConstants constants) {
        return new MovedCode(code, from, to, offsets, 0, constants, null);
    }

    /** Gives each instruction its place, from {@code start} on; returns where the next stretch begins. */
    int layOut(int start) {
        int place = start;
        int at = from;
        while (at < to) {
            int size = Opcode.size(code, at);
            offsets.set(at, place);
            place += newSize(at, size, place);
            at += size;
        }
        return place;
    }

    private int newSize(int at, int size, int place) {
        switch (Opcode.form(code, at)) {
            case Opcode.PLAIN:
                return returns != null && Opcode.isReturn(code[at] & 0xFF) ? returns.size(at) : size;
            case Opcode.CONSTANT:
                return constants == null ? size : 3;
            case Opcode.LOCAL:
                return shift > 0 && Bytes.u1(code, at + 1) + shift > LAST_BYTE ? 4 : size;
            case Opcode.SHORT_LOCAL:
                int local = shortLocal(at) + shift;
                return local <= LAST_SHORT ? 1 : local <= LAST_BYTE ? 2 : 4;
            case Opcode.INCREMENT:
                return shift > 0 && Bytes.u1(code, at + 1) + shift > LAST_BYTE ? 6 : size;
            case Opcode.TABLE:
            case Opcode.LOOKUP:
                return size - (Opcode.operands(at) - at) + (Opcode.operands(place) - place);
            default:
                return size;
        }
    }

    /** Writes the instructions, once all stretches that they may jump to have their places. */
    void write(ByteSink out) {
        int written = from;
        int at = from;
        while (at < to) {
            int size = Opcode.size(code, at);
            if (changes(at)) {
                out.bytes(code, written, at);
                write(out, at, size);
                written = at + size;
            }
            at += size;
        }
        out.bytes(code, written, to);
    }

    /** Whether an instruction cannot just be copied. */
    private boolean changes(int at) {
        switch (Opcode.form(code, at)) {
            case Opcode.PLAIN:
                return returns != null && Opcode.isReturn(code[at] & 0xFF);
            case Opcode.CONSTANT:
            case Opcode.WIDE_CONSTANT:
            case Opcode.INVOKE:
            case Opcode.ARRAY:
                return constants != null;
            case Opcode.LOCAL:
            case Opcode.SHORT_LOCAL:
            case Opcode.INCREMENT:
            case Opcode.WIDENED:
                return shift > 0;
            case Opcode.BYTE:
            case Opcode.SHORT:
                return false;
            default:
                return true;
        }
    }

    /** Writes one that {@link #changes}. */
    private void write(ByteSink out, int at, int size) {
        int opcode = code[at] & 0xFF;
        switch (Opcode.form(code, at)) {
            case Opcode.PLAIN:
                if (returns != null) {
                    returns.write(out, at);
                }
                break;
            case Opcode.CONSTANT:
                out.u1(Opcode.LDC_W);
                out.u2(copied(Bytes.u1(code, at + 1)));
                break;
            case Opcode.WIDE_CONSTANT:
            case Opcode.INVOKE:
            case Opcode.ARRAY:
                out.u1(opcode);
                out.u2(copied(Bytes.u2(code, at + 1)));
                out.bytes(code, at + 3, at + size);
                break;
            case Opcode.LOCAL:
                writeLocal(out, opcode, Bytes.u1(code, at + 1) + shift);
                break;
            case Opcode.SHORT_LOCAL:
                writeShortLocal(out, opcode, shortLocal(at) + shift, at);
                break;
            case Opcode.INCREMENT:
                writeIncrement(out, Bytes.u1(code, at + 1) + shift, code[at + 2]);
                break;
            case Opcode.WIDENED:
                out.bytes(code, at, at + 2);
                out.u2(Bytes.u2(code, at + 2) + shift);
                out.bytes(code, at + 4, at + size);
                break;
            case Opcode.JUMP:
                int place = out.size();
                out.u1(opcode);
                out.u2(shortDistance(at + Bytes.s2(code, at + 1), place));
                break;
            case Opcode.WIDE_JUMP:
                int from32 = out.size();
                out.u1(opcode);
                out.s4(offsets.of(at + Bytes.s4(code, at + 1)) - from32);
                break;
            case Opcode.TABLE:
            case Opcode.LOOKUP:
                writeSwitch(out, at);
                break;
            default:
                throw new AssertionError(opcode);
        }
    }

    private int copied(int constant) {
        return constants == null ? constant : constants.copy(constant);
    }

    private int shortDistance(int target, int place) {
        int distance = offsets.of(target) - place;
        if (distance != (short) distance) {
            throw new Refusal("it would become too large: a jump over " + distance + " bytes");
        }
        return distance;
    }

    private int shortLocal(int at) {
        int opcode = code[at] & 0xFF;
        return (opcode - (opcode < Opcode.ISTORE ? Opcode.ILOAD_0 : Opcode.ISTORE_0)) & 3;
    }

    private void writeShortLocal(ByteSink out, int opcode, int local, int at) {
        if (local <= LAST_SHORT) {
            out.u1(opcode + local - shortLocal(at));
        } else if (opcode < Opcode.ISTORE) {
            writeLocal(out, Opcode.ILOAD + (opcode - Opcode.ILOAD_0) / 4, local);
        } else {
            writeLocal(out, Opcode.ISTORE + (opcode - Opcode.ISTORE_0) / 4, local);
        }
    }

    private static void writeLocal(ByteSink out, int opcode, int local) {
        if (local > LAST_BYTE) {
            out.u1(Opcode.WIDE);
            out.u1(opcode);
            out.u2(local);
        } else {
            out.u1(opcode);
            out.u1(local);
        }
    }

    private static void writeIncrement(ByteSink out, int local, int by) {
        if (local > LAST_BYTE) {
            out.u1(Opcode.WIDE);
            out.u1(Opcode.IINC);
            out.u2(local);
            out.u2(by);
        } else {
            out.u1(Opcode.IINC);
            out.u1(local);
            out.u1(by);
        }
    }

    private void writeSwitch(ByteSink out, int at) {
        int place = out.size();
        out.u1(code[at]);
        while ((out.size() & 3) != 0) {
            out.u1(0);
        }
        int copied = Opcode.operands(at);
        for (int distance : Opcode.distances(code, at)) {
            out.bytes(code, copied, distance);
            out.s4(offsets.of(at + Bytes.s4(code, distance)) - place);
            copied = distance + 4;
        }
    }
}
