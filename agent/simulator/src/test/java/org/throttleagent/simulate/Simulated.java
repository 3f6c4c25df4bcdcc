package org.throttleagent.simulate;

import java.util.Arrays;

/** Runs what a command line asks for. */
final class Simulated {
    private Simulated() {}

    static Scenario scenario(String options) {
        return SimulateOptions.parse(Arrays.asList(options.trim().split(" +"))).scenario;
    }

    static Summary summary(String options) {
        return Summary.of(scenario(options));
    }
}
