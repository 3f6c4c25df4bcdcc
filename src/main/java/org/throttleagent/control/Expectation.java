package org.throttleagent.control;

/** What a rule knows of a server before its first answer. Immutable. */
public final class Expectation {
    /** The share of a fixed window that may go at full speed unless told otherwise, in percent. */
    public static final int DEFAULT_WINDOW_BURST_PERCENT = 50;

    /** Nothing is known. */
    public static final Expectation NOTHING = new Expectation(0, false, DEFAULT_WINDOW_BURST_PERCENT);

    /** What all clients of the server together may send in a second; 0: not known. */
    final double perSecond;
    /** Whether the first request goes alone, and is waited for: somebody has said that there is a limit. */
    final boolean firstAlone;
    /** The share of a window that may go at full speed, 0 to 1. */
    final double windowBurst;

    private Expectation(double perSecond, boolean firstAlone, int windowBurstPercent) {
        this.perSecond = perSecond;
        this.firstAlone = firstAlone;
        this.windowBurst = windowBurstPercent / 100.0;
    }

    /**
     * What a rule says.
     *
     * @param perSecond requests a second that the server allows to all; 0 if that is not known
     * @param firstAlone whether the first request to the server goes alone
     * @param windowBurstPercent the share of a fixed window that may go at full speed, 0 to 100
     */
    public static Expectation of(double perSecond, boolean firstAlone, int windowBurstPercent) {
        return new Expectation(perSecond, firstAlone, windowBurstPercent);
    }
}
