package org.throttleagent.signal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a response says about limits, and why it is read so. Immutable. */
public final class Explanation {
    private final RateSignal signal;
    private final List<String> because;

    Explanation(RateSignal signal, List<String> because) {
        this.signal = signal;
        this.because = Collections.unmodifiableList(new ArrayList<>(because));
    }

    /** What it says. */
    public RateSignal signal() {
        return signal;
    }

    /**
     * One line for each field that speaks of limits, in the order of the header: what it was read as, or why it was ignored;
     * then what follows from them. In ASCII; long values are cut.
     */
    public List<String> because() {
        return because;
    }
}
