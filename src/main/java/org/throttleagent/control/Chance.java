package org.throttleagent.control;

/** Numbers that differ from one process to the next and from one instant to the next, without a source of randomness. */
final class Chance {
    private Chance() {}

    /** A number from 0 to below 1 that depends on every bit of its argument: the finaliser of SplitMix64. */
    static double of(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
