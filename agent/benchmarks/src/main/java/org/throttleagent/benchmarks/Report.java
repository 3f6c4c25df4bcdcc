package org.throttleagent.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.throttleagent.benchmarks.Measured.Of;

/** The results as a table for each program, in Markdown. */
final class Report {
    private final Options options;
    private final Machine machine;
    private final Results results;

    Report(Options options, Machine machine, Results results) {
        this.options = options;
        this.machine = machine;
        this.results = results;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(LocalDate.now(ZoneOffset.UTC)).append(", ").append(machine.text());
        text.append("; JDK ");
        text.append(
                String.join(", ", options.jdks().stream().map(Jdk::fullVersion).toList()));
        text.append("; ")
                .append(options.rounds())
                .append(" rounds, seed ")
                .append(options.seed())
                .append(".\n");
        for (Program program : options.programs()) {
            List<Cell> cells = results.cells().stream()
                    .filter(cell -> cell.program() == program)
                    .toList();
            if (!cells.isEmpty()) {
                table(text, program, cells);
            }
        }
        return text.toString();
    }

    private void table(StringBuilder text, Program program, List<Cell> cells) {
        Set<Of> columns = new LinkedHashSet<>();
        for (Of of : Of.values()) {
            if (cells.stream().anyMatch(cell -> !results.values(cell, of).isEmpty())) {
                columns.add(of);
            }
        }
        text.append("\n### ").append(upperFirst(program.title())).append("\n\n| JDK | agent |");
        columns.forEach(of -> text.append(' ').append(of.title).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(columns.size())).append('\n');
        for (Cell cell : cells) {
            text.append("| ")
                    .append(cell.jdk().version())
                    .append(" | ")
                    .append(cell.arm().name())
                    .append(" |");
            for (Of of : columns) {
                text.append(' ').append(value(cell, of)).append(" |");
            }
            text.append('\n');
        }
    }

    /** The median; in brackets, the median of the differences to the empty agent. */
    private String value(Cell cell, Of of) {
        List<Double> values = results.values(cell, of);
        if (values.isEmpty()) {
            return "";
        }
        String median = number(Medians.of(values));
        List<Double> base = new ArrayList<>();
        for (Cell other : results.cells()) {
            if (other.isBeside(cell) && other.arm().name().equals(Arm.EMPTY)) {
                base.addAll(results.values(other, of));
            }
        }
        if (base.size() != values.size() || cell.arm().name().equals(Arm.EMPTY)) {
            return median;
        }
        double difference = Medians.ofDifferences(values, base);
        return median + " (" + (difference < 0 ? "" : "+") + number(difference) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
