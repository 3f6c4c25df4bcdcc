package org.throttleagent.weaver;

import java.util.Arrays;
import net.bytebuddy.jar.asm.Opcodes;

/** The list of locals in a frame, where a long or a double is one entry for two slots. */
final class FrameLocals {
    private FrameLocals() {}

    /** The slots that all of them take. */
    static int slots(Object[] locals) {
        int slots = 0;
        for (Object local : locals) {
            slots += size(local);
        }
        return slots;
    }

    /** The entries for the first {@code slots} slots. */
    static Object[] first(Object[] locals, int slots) {
        int entries = 0;
        for (int taken = 0; taken < slots; entries++) {
            taken += size(locals[entries]);
        }
        return Arrays.copyOf(locals, entries);
    }

    private static int size(Object local) {
        return local == Opcodes.LONG || local == Opcodes.DOUBLE ? 2 : 1;
    }
}
