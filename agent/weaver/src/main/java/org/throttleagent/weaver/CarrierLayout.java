package org.throttleagent.weaver;

/**
 * Where a carrier leaves room for the target's code. All of the target's locals move up by {@link #shift}: either to
 * copies of the arguments that lie behind all that the advice keeps, or not at all, where the code behind uses no locals.
 */
final class CarrierLayout {
    /** Slots in front of the target's first local. */
    final int shift;

    /** What lies in those slots while the target's code runs, in the form of {@code MethodVisitor.visitFrame}. */
    final Object[] kept;

    /** Whether the carrier returns right behind the target's code, so that the target's own returns can stand. */
    final boolean returnsAtOnce;

    /** Whether the code behind the target's has any use for locals. */
    final boolean localsUsedBehind;

    /** Deepest operand stack of the carrier, in words. */
    final int maxStack;

    /** Slots for locals of the carrier. */
    final int maxLocals;

    CarrierLayout(
            int shift, Object[] kept, boolean returnsAtOnce, boolean localsUsedBehind, int maxStack, int maxLocals) {
        this.shift = shift;
        this.kept = kept;
        this.returnsAtOnce = returnsAtOnce;
        this.localsUsedBehind = localsUsedBehind;
        this.maxStack = maxStack;
        this.maxLocals = maxLocals;
    }
}
