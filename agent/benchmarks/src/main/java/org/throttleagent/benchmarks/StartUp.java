package org.throttleagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Runs each program under each agent, in an order drawn anew for each round, and prints a table. */
/*
 * A shared machine drifts: what runs a minute later runs on another machine. So all cells of a round lie close together, the
 * first round, in which file caches fill, is thrown away, and what counts is the median of the differences within a round.
 */
public final class StartUp {
    private final Options options;
    private final List<Cell> cells;
    private final Results results;

    private StartUp(Options options, List<Cell> cells) {
        this.options = options;
        this.cells = cells;
        this.results = new Results(cells);
    }

    /** Measures; {@code --help} lists the options. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.HELP);
            return;
        }
        Options options = Options.parse(arguments);
        Path output = options.output();
        Files.createDirectories(output);
        try (OneServer server = new OneServer()) {
            Workshop workshop = new Workshop(options.folder(), output);
            StartUp startUp = new StartUp(options, cells(options, workshop, server.url()));
            startUp.run();
            String report = new Report(options, Machine.here(), startUp.results).text();
            System.out.println(report);
            Files.writeString(output.resolve("results.md"), report);
            Files.writeString(output.resolve("raw.csv"), startUp.results.csv());
        }
    }

    private void run() throws IOException, InterruptedException {
        System.out.println("seed " + options.seed() + ", " + options.rounds() + " rounds of " + cells.size() + " runs");
        Meter meter = new Meter(options.output());
        Random random = new Random(options.seed());
        for (int round = -1; round < options.rounds(); round++) {
            List<Cell> order = new ArrayList<>(cells);
            Collections.shuffle(order, random);
            for (Cell cell : order) {
                Measured measured = meter.run(cell.command(List.of()));
                if (round >= 0) {
                    results.add(cell, measured);
                }
            }
            System.out.println(round < 0 ? "round 0, not counted" : "round " + (round + 1));
        }
        Census census = new Census(options.output());
        for (Cell cell : cells) {
            for (int i = 0; i < options.censuses(); i++) {
                results.add(cell, census.run(cell));
            }
        }
    }

    private static List<Cell> cells(Options options, Workshop workshop, String url) throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (Program program : options.programs()) {
            String classPath = workshop.classPath(program);
            for (Jdk jdk : options.jdks()) {
                for (Arm arm : jdk.version() < program.oldestJdk() ? List.<Arm>of() : options.arms()) {
                    List<String> tail = List.of("-cp", classPath, program.mainClass(), url);
                    cells.add(new Cell(jdk, program, arm, arm.options(workshop), tail));
                }
            }
        }
        return cells;
    }
}
