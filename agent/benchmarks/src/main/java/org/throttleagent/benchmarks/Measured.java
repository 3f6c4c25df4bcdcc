package org.throttleagent.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of one run, by what they are of. */
record Measured(Map<Of, Double> values) {
    /** What is measured, and its unit. */
    enum Of {
        CPU_MILLIS("CPU ms"),
        WALL_MILLIS("wall ms"),
        MEGA_INSTRUCTIONS("M instr."),
        SECOND_CLIENT_MILLIS("2nd client CPU ms"),
        THIRD_CLIENT_MILLIS("3rd client CPU ms"),
        PEAK_MEGABYTES("peak MB"),
        CLASSES("classes");

        final String title;

        Of(String title) {
            this.title = title;
        }
    }

    static Measured of(Object... pairs) {
        Map<Of, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((Of) pairs[i], (Double) pairs[i + 1]);
        }
        return new Measured(values);
    }
}
