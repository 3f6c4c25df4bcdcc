package org.throttleagent.weaver;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Puts a target method's code into the place that a patch keeps for it, in five steps: its locals move
 * ({@link ShiftedLocals}), its frames grow by what lies in front of them ({@link WidenedFrames}), its returns lead to the
 * code behind ({@link RedirectedReturns}), the exception tables and the maxima of both become one (here).
 *
 * <p>Splicers nest: one that writes to another lies inside it.
 */
final class Splicer extends EachInstruction {
    /* For one method and one thread. The target's events come in here, pass through the steps, and go out between the two
     * halves of the carrier's code. */

    private final MethodVisitor out;
    private final Patch patch;
    private final CarrierCode code;
    private final boolean withFrames;
    private final @Nullable RedirectedReturns returns;
    private final Label behind;
    private boolean begun;

    private Splicer(
            MethodVisitor steps,
            MethodVisitor out,
            Patch patch,
            boolean withFrames,
            @Nullable RedirectedReturns returns,
            Label behind) {
        super(Opcodes.ASM9, steps);
        this.out = out;
        this.patch = patch;
        this.code = patch.code();
        this.withFrames = withFrames;
        this.returns = returns;
        this.behind = behind;
    }

    /**
     * Takes a target method, with expanded frames, and writes it with the patch around it.
     *
     * @param withFrames whether the class has frames, as it does from class file version 50
     */
    static MethodVisitor around(MethodVisitor out, Patch patch, boolean withFrames) {
        CarrierLayout layout = patch.layout();
        MethodVisitor steps = out;
        if (layout.shift > 0) {
            steps = new WidenedFrames(new ShiftedLocals(steps, layout.shift), layout.kept);
        }
        Label behind = new Label();
        RedirectedReturns returns = null;
        if (!layout.returnsAtOnce) {
            returns = new RedirectedReturns(steps, behind);
            steps = returns;
        }
        return new Splicer(steps, out, patch, withFrames, returns, behind);
    }

    /** The target's handlers were written before, so they come first in the table, as inner ones must. */
    @Override
    void instruction() {
        if (!begun) {
            begun = true;
            code.writeHead(out, withFrames);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        CarrierLayout layout = patch.layout();
        out.visitLabel(behind);
        code.writeTail(out, withFrames, layout);
        int ownStack = returns == null ? maxStack : maxStack + returns.extraStack();
        out.visitMaxs(Math.max(ownStack, layout.maxStack), Math.max(layout.shift + maxLocals, layout.maxLocals));
    }
}
