package org.throttleagent.weaver;

import java.util.Arrays;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Puts the locals that a carrier keeps in front of those in every frame of a method. */
final class WidenedFrames extends MethodVisitor {
    private final Object[] kept;

    WidenedFrames(MethodVisitor next, Object[] kept) {
        super(Opcodes.ASM9, next);
        this.kept = kept;
    }

    @Override
    public void visitFrame(
            int type, int localCount, Object @Nullable [] locals, int stackCount, Object @Nullable [] stack) {
        Object[] all = Arrays.copyOf(kept, kept.length + localCount);
        if (locals != null) {
            System.arraycopy(locals, 0, all, kept.length, localCount);
        }
        super.visitFrame(type, all.length, all, stackCount, stack);
    }
}
