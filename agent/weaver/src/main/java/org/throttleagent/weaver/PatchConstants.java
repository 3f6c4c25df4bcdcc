package org.throttleagent.weaver;

import java.util.List;

/** A patch's constants as one woven class has them. */
final class PatchConstants {
    private final AddedConstants added;
    private final ClassFile carrier;
    private final List<String> classNames;

    /** By the carrier's indexes, those of the woven class; 0 for what has not been asked for. */
    private final int[] known;

    PatchConstants(AddedConstants added, ClassFile carrier, List<String> classNames) {
        this.added = added;
        this.carrier = carrier;
        this.classNames = classNames;
        this.known = new int[carrier.constantCount()];
    }

    /** The index of what has this index in the carrier. */
    int copy(int index) {
        return added.copy(carrier, index, known);
    }

    /** The index of a class that a {@link CarrierFrame} names. */
    int classInFrame(int number) {
        return added.classNamed(classNames.get(number));
    }
}
