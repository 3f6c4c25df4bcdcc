package org.throttleagent.weaver;

import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassTooLargeException;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import org.jspecify.annotations.Nullable;

/** Applies patches to a class file. */
public final class Weaver {
    private Weaver() {}

    /**
     * Puts into a class all patches whose method it has, with that descriptor and as static as the patch says, and whose
     * fields it declares. Nothing else of the class changes, and it gets no new members.
     *
     * @param classFile the class, of class file version 46 to 72; not changed
     * @param patches those for this class; of two for one method the first lies outside, so that its entry comes first
     * @param report told of each patch before this returns
     * @return the new class file, or {@code null} if no patch was applied
     * @throws IllegalArgumentException if the class file is too new to be read
     */
    public static byte @Nullable [] weave(byte[] classFile, List<Patch> patches, Report report) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        TargetClass target = new TargetClass(writer, patches);
        reader.accept(target, ClassReader.EXPAND_FRAMES);
        byte[] woven = null;
        if (target.anyApplied()) {
            try {
                woven = writer.toByteArray();
            } catch (MethodTooLargeException | ClassTooLargeException e) {
                target.skipAll("it would become too large: " + e.getMessage());
            }
        }
        target.tell(report);
        return woven;
    }
}
