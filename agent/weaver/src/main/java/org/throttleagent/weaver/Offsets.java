package org.throttleagent.weaver;

/** Where each instruction of a piece of code has moved to. */
final class Offsets {
    /** By the offset before: the offset now, plus one; 0 where no instruction begins. */
    private final int[] places;

    /**
     * None yet.
     *
     * @param length of the code before; the offset behind its last instruction can move as well
     */
    Offsets(int length) {
        places = new int[length + 1];
    }

    void set(int before, int now) {
        places[before] = now + 1;
    }

    /** The offset now, or -1 if no instruction began there. */
    int find(int before) {
        return before >= 0 && before < places.length ? places[before] - 1 : -1;
    }

    /**
     * The offset now.
     *
     * @throws Refusal if no instruction began there
     */
    int of(int before) {
        int now = find(before);
        if (now < 0) {
            throw new Refusal("its code jumps into an instruction");
        }
        return now;
    }
}
