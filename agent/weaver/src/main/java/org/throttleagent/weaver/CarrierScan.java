package org.throttleagent.weaver;

import java.util.Arrays;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Finds the {@link CarrierLayout} of a carrier's method, and refuses one that no splice could follow. */
final class CarrierScan extends EachInstruction {
    /* How Byte Buddy lays a method out: arguments, then what the advice keeps, then, if there is exit advice, copies of the
     * arguments for the method's own code (so that the exit advice sees them unchanged); behind the code the copies are
     * dead and their slots are used again, for the return value first. */

    private enum Place {
        BEFORE,
        BETWEEN,
        RIGHT_BEHIND,
        BEHIND
    }

    private final String name;
    private final int argumentSlots;
    private Place place = Place.BEFORE;

    /** Of the last frame before the markers. */
    private Object[] locals = {};

    /** Whether a frame stands right before what comes next. */
    private boolean frameHere;

    private int firstLoaded;
    private int loaded;
    private boolean returnsAtOnce;
    private boolean localsUsedBehind;
    private int maxStack;
    private int maxLocals;

    CarrierScan(String name, int access, String descriptor) {
        super(Opcodes.ASM9, null);
        this.name = name;
        int withThis = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
        this.argumentSlots = (access & Opcodes.ACC_STATIC) == 0 ? withThis : withThis - 1;
    }

    /** The layout, after all of the method was seen. */
    CarrierLayout layout() {
        require(place == Place.BEHIND, "has not both markers");
        int keptAndCopied = FrameLocals.slots(locals);
        int shift = argumentSlots == 0 ? keptAndCopied : firstLoaded;
        boolean copied = shift + argumentSlots == keptAndCopied && (shift > 0 || argumentSlots == 0);
        boolean inPlace = shift == 0 && !localsUsedBehind;
        require(
                copied || inPlace,
                "keeps locals in the way of the target's (arguments at " + shift + " of " + Arrays.toString(locals)
                        + "); is backupArguments false?");
        return new CarrierLayout(
                shift, FrameLocals.first(locals, shift), returnsAtOnce, localsUsedBehind, maxStack, maxLocals);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("the patch for " + name + " " + otherwise);
        }
    }

    @Override
    void instruction() {
        require(place != Place.BETWEEN, "has more than loads of its arguments between the markers");
        if (place == Place.RIGHT_BEHIND) {
            require(frameHere, "has no frame behind the markers");
            place = Place.BEHIND;
        }
        frameHere = false;
    }

    @Override
    public void visitFrame(
            int type, int localCount, Object @Nullable [] frameLocals, int stackCount, Object @Nullable [] stack) {
        frameHere = true;
        if (place == Place.BEFORE) {
            locals = frameLocals == null ? new Object[0] : Arrays.copyOf(frameLocals, localCount);
        }
    }

    @Override
    public void visitLabel(Label label) {
        require(place != Place.BETWEEN, "has a label between the markers");
        if (place == Place.RIGHT_BEHIND) {
            // something else may jump to the return here, so it has to stay
            place = Place.BEHIND;
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
        if (Marker.BEGIN.is(opcode, owner, method)) {
            require(place == Place.BEFORE && frameHere, "has a stray begin marker");
            place = Place.BETWEEN;
        } else if (Marker.BODY.is(opcode, owner, method)) {
            require(place == Place.BETWEEN && loaded == argumentSlots, "has a stray body marker");
            place = Place.RIGHT_BEHIND;
            frameHere = false;
        } else {
            instruction();
        }
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        if (place == Place.BETWEEN && opcode <= Opcodes.ALOAD) {
            if (loaded == 0) {
                firstLoaded = slot;
            }
            require(slot == firstLoaded + loaded, "scatters the copies of its arguments");
            loaded += opcode == Opcodes.LLOAD || opcode == Opcodes.DLOAD ? 2 : 1;
        } else {
            instruction();
            localsUsedBehind |= place == Place.BEHIND;
        }
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        instruction();
        localsUsedBehind |= place == Place.BEHIND;
    }

    @Override
    public void visitInsn(int opcode) {
        if (place == Place.RIGHT_BEHIND && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            returnsAtOnce = true;
        }
        instruction();
    }

    @Override
    public void visitMaxs(int stack, int local) {
        maxStack = stack;
        maxLocals = local;
    }
}
