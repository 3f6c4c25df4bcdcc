package org.throttleagent.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.throttleagent.benchmarks.Measured.Of;

/** What was measured, by cell, in the order of rounds. */
final class Results {
    private final Map<Cell, Map<Of, List<Double>>> byCell = new LinkedHashMap<>();

    /** Names the cells in the order in which they are shown. */
    Results(List<Cell> cells) {
        cells.forEach(cell -> byCell.put(cell, new LinkedHashMap<>()));
    }

    void add(Cell cell, Measured measured) {
        Map<Of, List<Double>> lists = Objects.requireNonNull(byCell.get(cell), "a cell that was not named");
        measured.values()
                .forEach((of, value) ->
                        lists.computeIfAbsent(of, none -> new ArrayList<>()).add(value));
    }

    List<Cell> cells() {
        return List.copyOf(byCell.keySet());
    }

    /** Of each round; empty if that is not measured of the cell. */
    List<Double> values(Cell cell, Of of) {
        return byCell.getOrDefault(cell, Map.of()).getOrDefault(of, List.of());
    }

    /** One line for each number. */
    String csv() {
        StringBuilder text = new StringBuilder("jdk,program,arm,what,round,value\n");
        byCell.forEach((cell, lists) -> lists.forEach((of, values) -> {
            for (int round = 0; round < values.size(); round++) {
                text.append(cell.jdk().fullVersion()).append(',');
                text.append(cell.program().id()).append(',');
                text.append(cell.arm().name()).append(',');
                text.append(of.name().toLowerCase(Locale.ROOT)).append(',');
                text.append(round + 1).append(',').append(values.get(round)).append('\n');
            }
        }));
        return text.toString();
    }
}
