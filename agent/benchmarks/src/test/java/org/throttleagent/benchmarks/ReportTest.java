package org.throttleagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throttleagent.benchmarks.Measured.Of;

class ReportTest {
    private final Options options = Options.parse("--quick", "--programs", "hello", "--seed", "7");
    private final Jdk jdk = new Jdk(17, "17.0.1", Path.of("jdk"));

    private Cell cell(int arm) {
        return new Cell(jdk, Program.HELLO, options.arms().get(arm), List.of(), List.of());
    }

    @Test
    void differencesAreThoseToTheEmptyAgent() {
        List<Cell> cells = List.of(cell(0), cell(1), cell(2));
        Results results = new Results(cells);
        for (double drift : new double[] {0, 50, 5}) {
            results.add(cells.get(2), Measured.of(Of.CPU_MILLIS, 64 + drift));
            results.add(cells.get(0), Measured.of(Of.CPU_MILLIS, 25 + drift));
            results.add(cells.get(1), Measured.of(Of.CPU_MILLIS, 60 + drift));
        }

        assertThat(new Report(options, new Machine("a machine"), results).text())
                .contains(", a machine; ", "seed 7.")
                .endsWith("""

                        ### Hello world

                        | JDK | agent | CPU ms |
                        |---|---|---|
                        | 17 | none | 30.0 (-35.0) |
                        | 17 | empty | 65.0 |
                        | 17 | ours | 69.0 (+4.0) |
                        """);
        assertThat(results.csv()).contains("17.0.1,hello,ours,cpu_millis,2,114.0\n");
    }
}
