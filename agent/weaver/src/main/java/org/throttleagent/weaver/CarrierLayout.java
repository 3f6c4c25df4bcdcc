package org.throttleagent.weaver;

/**
 * Where a carrier leaves room for the target's code. All of the target's locals move up by {@link #shift}: either to
 * copies of the arguments that lie behind all that the advice keeps, or not at all, where the code behind uses no locals.
 */
final class CarrierLayout {
    /** Where the begin marker is. */
    final int begin;

    /** Where the code behind the body marker begins. */
    final int behind;

    /** Slots in front of the target's first local. */
    final int shift;

    /** What lies in those slots while the target's code runs. */
    final int[] kept;

    /** What lies in all locals when the target's code begins: what is kept, and its arguments. */
    final int[] atBegin;

    /** Whether the carrier returns right behind the target's code, so that the target's own returns can stand. */
    final boolean returnsAtOnce;

    /** Whether the code behind the target's has any use for locals. */
    final boolean localsUsedBehind;

    CarrierLayout(
            int begin,
            int behind,
            int shift,
            int[] kept,
            int[] atBegin,
            boolean returnsAtOnce,
            boolean localsUsedBehind) {
        this.begin = begin;
        this.behind = behind;
        this.shift = shift;
        this.kept = kept;
        this.atBegin = atBegin;
        this.returnsAtOnce = returnsAtOnce;
        this.localsUsedBehind = localsUsedBehind;
    }
}
