package org.throttleagent.control;

/** How long it takes to earn a request at a rate that rises with a level that itself rises evenly. */
final class Rising {
    /** Where the level hardly changes meanwhile, the closed form would lose its digits. */
    private static final double FLAT = 1e-6;

    private Rising() {}

    /**
     * The time in seconds until the integral of {@code share * e^q} is {@code cell}, where e grows by {@code slope} a second.
     *
     * @param share the rate at e = 1, above 0
     * @param q the exponent, above 0
     * @param start e at first; the rate is 0 while it is below 0
     * @param slope above 0
     */
    static double secondsUntil(double cell, double share, double q, double start, double slope) {
        double empty = start < 0 ? -start / slope : 0;
        double e = Math.max(0, start);
        double atThisRate = e > 0 ? cell / (share * Math.pow(e, q)) : Double.POSITIVE_INFINITY;
        if (atThisRate * slope < FLAT) {
            return empty + atThisRate;
        }
        double then = Math.pow(Math.pow(e, q + 1) + cell * (q + 1) * slope / share, 1 / (q + 1));
        return empty + (then - e) / slope;
    }
}
