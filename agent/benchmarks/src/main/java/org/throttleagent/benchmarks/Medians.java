package org.throttleagent.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Medians, which one bad run does not move. */
final class Medians {
    private Medians() {}

    /** The middle one, or the mean of the two in the middle. */
    static double of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median of the differences to a base, each within one round. */
    static double ofDifferences(List<Double> values, List<Double> base) {
        if (values.size() != base.size()) {
            throw new IllegalArgumentException(values.size() + " values beside " + base.size());
        }
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < values.size(); round++) {
            differences.add(values.get(round) - base.get(round));
        }
        return of(differences);
    }
}
