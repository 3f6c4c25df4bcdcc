package org.throttleagent.weaver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a target method's code into the place that a patch keeps for it, in five steps: its locals move and its instructions
 * with them ({@link MovedCode}), its returns lead to the code behind ({@link RedirectedReturns}), its frames grow by what lies
 * in front of them ({@link WidenedFrames}), the exception tables of both become one ({@link JoinedHandlers}), and so do the
 * maxima (here).
 */
final class Splicer {
    /** From this class file version on, methods have frames. */
    private static final int WITH_FRAMES = 50;

    private Splicer() {}

    /** Whether the methods of a class have frames where they need any. */
    static boolean hasFrames(ClassFile file) {
        return file.version() >= WITH_FRAMES;
    }

    /**
     * The method with the patch around it.
     *
     * @param file the class that has the method
     * @param added gets what constants the patch needs
     * @throws Refusal if it would become too large, or has what no splice can follow
     */
    static MethodCode around(ClassFile file, MethodCode target, Patch patch, AddedConstants added) {
        CarrierLayout layout = patch.layout();
        MethodCode carrier = patch.code();
        PatchConstants constants = patch.constantsFor(added);
        Offsets ofTarget = new Offsets(target.code.length);
        Offsets ofCarrier = new Offsets(carrier.code.length);
        @Nullable RedirectedReturns returns = layout.returnsAtOnce ? null : RedirectedReturns.of(file, target);

        MovedCode before = MovedCode.ofCarrier(carrier.code, 0, layout.begin, ofCarrier, constants);
        MovedCode between = MovedCode.ofTarget(target.code, ofTarget, layout.shift, returns);
        // where the carrier's return stands for the target's own, it goes
        int from = layout.returnsAtOnce ? layout.behind + 1 : layout.behind;
        MovedCode behind = MovedCode.ofCarrier(carrier.code, from, carrier.code.length, ofCarrier, constants);

        int begin = before.layOut(0);
        ofCarrier.set(layout.begin, begin);
        // two frames may not meet: at the marker is the carrier's, and the target's code may begin with its own
        int end = between.layOut(begin + 1);
        ofTarget.set(target.code.length, end);
        ofCarrier.set(carrier.code.length, behind.layOut(end));
        if (returns != null) {
            returns.leadTo(end);
        }

        ByteSink code = new ByteSink(2 * target.code.length + 2 * carrier.code.length);
        before.write(code);
        code.u1(Opcode.NOP);
        between.write(code);
        behind.write(code);

        FrameSink frames = new FrameSink();
        if (hasFrames(file)) {
            new WidenedFrames(frames, patch, constants, ofCarrier).write(target, ofTarget);
        }
        int ownStack = returns == null ? target.maxStack : target.maxStack + returns.extraStack();
        return new MethodCode(
                Math.max(ownStack, carrier.maxStack),
                Math.max(layout.shift + target.maxLocals, carrier.maxLocals),
                code.toBytes(),
                JoinedHandlers.of(target.handlers, ofTarget, carrier.handlers, ofCarrier, constants),
                frames.toBytes(),
                frames.count(),
                moved(target.tables, ofTarget, layout.shift));
    }

    private static List<DebugTable> moved(List<DebugTable> tables, Offsets offsets, int shift) {
        List<DebugTable> moved = new ArrayList<>(tables.size());
        for (DebugTable table : tables) {
            moved.add(table.moved(offsets, shift));
        }
        return moved;
    }
}
