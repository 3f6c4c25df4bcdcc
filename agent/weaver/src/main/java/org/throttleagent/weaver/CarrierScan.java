package org.throttleagent.weaver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the {@link CarrierLayout} of a carrier's method, and refuses one that no splice could follow. */
final class CarrierScan {
    /* How Byte Buddy lays a method out: arguments, then what the advice keeps, then, if there is exit advice, copies of the
     * arguments for the method's own code (so that the exit advice sees them unchanged); behind the code the copies are
     * dead and their slots are used again, for the return value first. */

    private static final int NONE = -1;

    private final String name;
    private final ClassFile carrier;
    private final byte[] code;
    private final List<CarrierFrame> frames;
    private final int argumentSlots;

    /** By offset, whether something jumps there, or a handler's range begins or ends there. */
    private final boolean[] labels;

    private int begin = NONE;
    private int behind = NONE;
    private int firstLoaded;
    private int loaded;
    private boolean localsUsedBehind;

    private CarrierScan(
            String name, ClassFile carrier, MethodCode method, List<CarrierFrame> frames, int argumentSlots) {
        this.name = name;
        this.carrier = carrier;
        this.code = method.code;
        this.frames = frames;
        this.argumentSlots = argumentSlots;
        this.labels = Labels.of(method);
    }

    /**
     * The layout.
     *
     * @param name of the patch, for the error
     * @throws IllegalArgumentException if it cannot be followed
     */
    static CarrierLayout layout(
            String name, ClassFile carrier, MethodCode method, List<CarrierFrame> frames, int argumentSlots) {
        CarrierScan scan = new CarrierScan(name, carrier, method, frames, argumentSlots);
        int at = 0;
        while (at < method.code.length) {
            scan.instruction(at);
            at += Opcode.size(method.code, at);
        }
        return scan.layout();
    }

    private void instruction(int at) {
        if (isMarker(at, Marker.BEGIN)) {
            require(begin == NONE && frameAt(at) != null, "has a stray begin marker");
            begin = at;
        } else if (isMarker(at, Marker.BODY)) {
            require(begin != NONE && behind == NONE && loaded == argumentSlots, "has a stray body marker");
            behind = at + Opcode.size(code, at);
        } else if (begin != NONE && behind == NONE) {
            load(at);
        } else if (behind != NONE) {
            localsUsedBehind |= usesLocal(at);
        }
        require(
                begin == NONE || at <= begin || behind != NONE && at >= behind || !labels[at],
                "has a label between the markers");
    }

    private CarrierLayout layout() {
        require(behind != NONE && behind < code.length, "has not both markers");
        require(frameAt(behind) != null, "has no frame behind the markers");
        CarrierFrame frame = frameAt(begin);
        int[] locals = frame == null ? new int[0] : frame.locals;
        int keptAndCopied = CarrierFrame.slots(locals);
        int shift = argumentSlots == 0 ? keptAndCopied : firstLoaded;
        boolean copied = shift + argumentSlots == keptAndCopied && (shift > 0 || argumentSlots == 0);
        boolean inPlace = shift == 0 && !localsUsedBehind;
        require(
                copied || inPlace,
                "keeps locals in the way of the target's (arguments at " + shift + " of " + keptAndCopied
                        + " slots); is backupArguments false?");
        boolean returnsAtOnce = !labels[behind] && Opcode.isReturn(code[behind] & 0xFF);
        return new CarrierLayout(
                begin,
                behind,
                shift,
                CarrierFrame.first(locals, shift),
                CarrierFrame.first(locals, shift + argumentSlots),
                returnsAtOnce,
                localsUsedBehind);
    }

    private void load(int at) {
        int opcode = code[at] & 0xFF;
        int slot;
        if (opcode == Opcode.WIDE) {
            opcode = code[at + 1] & 0xFF;
            slot = Bytes.u2(code, at + 2);
        } else if (opcode >= Opcode.ILOAD_0) {
            slot = opcode - Opcode.ILOAD_0 & 3;
            opcode = Opcode.ILOAD + (opcode - Opcode.ILOAD_0) / 4;
        } else {
            slot = Bytes.u1(code, at + 1);
        }
        require(
                opcode >= Opcode.ILOAD && opcode <= Opcode.ALOAD,
                "has more than loads of its arguments between the markers");
        if (loaded == 0) {
            firstLoaded = slot;
        }
        require(slot == firstLoaded + loaded, "scatters the copies of its arguments");
        loaded += opcode == Opcode.LLOAD || opcode == Opcode.DLOAD ? 2 : 1;
    }

    private boolean usesLocal(int at) {
        char form = Opcode.form(code, at);
        return form == Opcode.LOCAL || form == Opcode.SHORT_LOCAL || form == Opcode.INCREMENT || form == Opcode.WIDENED;
    }

    private boolean isMarker(int at, Marker marker) {
        if ((code[at] & 0xFF) != Opcode.INVOKESTATIC) {
            return false;
        }
        int method = Bytes.u2(code, at + 1);
        return carrier.is(carrier.reference(carrier.reference(method, 0), 0), Marker.OWNER)
                && carrier.is(carrier.reference(carrier.reference(method, 1), 0), marker.method());
    }

    private @Nullable CarrierFrame frameAt(int offset) {
        for (CarrierFrame frame : frames) {
            if (frame.offset == offset) {
                return frame;
            }
        }
        return null;
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("the patch for " + name + " " + otherwise);
        }
    }
}
