package org.throttleagent.weaver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies patches to a class file. */
public final class Weaver {
    private Weaver() {}

    /**
     * Puts into a class all patches whose method it has, with that descriptor and as static as the patch says, and whose
     * fields it declares. Nothing else of the class changes, and it gets no new members. A method of more than some 32,000
     * bytes stays as it is.
     *
     * @param classFile the class, of class file version 46 or newer; not changed
     * @param patches those for this class; of two for one method the first lies outside, so that its entry comes first
     * @param report told of each patch before this returns
     * @return the new class file, or {@code null} if no patch was applied
     */
    public static byte @Nullable [] weave(byte[] classFile, List<Patch> patches, Report report) {
        TargetClass target = new TargetClass(classFile, patches);
        byte[] woven = target.weave();
        target.tell(report);
        return woven;
    }
}
