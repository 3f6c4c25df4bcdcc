package org.throttleagent.weaver;

/** Finds the instructions of a method that others point at. */
final class Labels {
    private Labels() {}

    /** By offset, whether something jumps there, or a handler's range begins or ends there. */
    static boolean[] of(MethodCode method) {
        byte[] code = method.code;
        boolean[] labels = new boolean[code.length + 1];
        int at = 0;
        while (at < code.length) {
            char form = Opcode.form(code, at);
            if (form == Opcode.JUMP) {
                labels[at + Bytes.s2(code, at + 1)] = true;
            } else if (form == Opcode.WIDE_JUMP) {
                labels[at + Bytes.s4(code, at + 1)] = true;
            } else if (form == Opcode.TABLE || form == Opcode.LOOKUP) {
                for (int distance : Opcode.distances(code, at)) {
                    labels[at + Bytes.s4(code, distance)] = true;
                }
            }
            at += Opcode.size(code, at);
        }
        for (int entry = 0; entry < method.handlers.length; entry += 8) {
            for (int i = 0; i < 6; i += 2) {
                labels[Bytes.u2(method.handlers, entry + i)] = true;
            }
        }
        return labels;
    }
}
