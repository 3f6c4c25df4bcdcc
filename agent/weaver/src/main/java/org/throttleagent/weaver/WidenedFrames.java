package org.throttleagent.weaver;

/** Writes the frames of a woven method: the target's with what the carrier keeps in front, those of the carrier around. */
/* A frame that only tells what has changed since the one before needs no widening: the carrier's frame at its begin marker
 * is the target's at entry with what is kept in front, and so on from there. */
final class WidenedFrames {
    private final FrameSink out;
    private final Patch patch;
    private final CarrierLayout layout;
    private final PatchConstants constants;
    private final Offsets ofCarrier;

    WidenedFrames(FrameSink out, Patch patch, PatchConstants constants, Offsets ofCarrier) {
        this.out = out;
        this.patch = patch;
        this.layout = patch.layout();
        this.constants = constants;
        this.ofCarrier = ofCarrier;
    }

    void write(MethodCode target, Offsets ofTarget) {
        for (CarrierFrame frame : patch.frames()) {
            if (frame.offset < layout.begin) {
                write(frame, frame.locals);
            } else if (frame.offset == layout.begin) {
                write(frame, layout.atBegin);
                writeTarget(target, ofTarget);
            } else if (frame.offset > layout.behind || !layout.returnsAtOnce) {
                // the first one claims the arguments or copies of them, which the target's code may have overwritten
                boolean first = frame.offset == layout.behind;
                write(frame, first || !layout.localsUsedBehind ? layout.kept : frame.locals);
            }
        }
    }

    private void write(CarrierFrame frame, int[] locals) {
        frame.write(out, ofCarrier.of(frame.offset), locals, constants, ofCarrier);
    }

    private void writeTarget(MethodCode target, Offsets ofTarget) {
        FrameCursor frame = new FrameCursor(target.frames, target.frameCount);
        while (frame.next()) {
            int at = ofTarget.of(frame.offset);
            if (frame.type == FrameCursor.FULL) {
                out.other(FrameCursor.FULL, at);
                out.count(layout.kept.length + frame.localCount);
                CarrierFrame.write(out, layout.kept, constants, ofCarrier);
                out.copyTypes(frame.frames, frame.locals, frame.localCount, ofTarget);
                out.count(frame.stackCount);
            } else if (frame.type == FrameCursor.SAME_FAR || frame.type < FrameCursor.ONE_ON_STACK) {
                out.same(at);
            } else if (frame.type <= FrameCursor.ONE_ON_STACK_FAR) {
                out.oneOnStack(at);
            } else {
                out.other(frame.type, at);
                out.copyTypes(frame.frames, frame.locals, frame.localCount, ofTarget);
            }
            out.copyTypes(frame.frames, frame.stack, frame.stackCount, ofTarget);
        }
    }
}
