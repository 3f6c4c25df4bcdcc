package org.throttleagent.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is attached to a program.
 *
 * @param name one of those below, or any name for a jar of this agent's
 * @param jar that jar, for this agent
 */
record Arm(String name, Path jar) {
    static final String NONE = "none";
    static final String EMPTY = "empty";
    static final String OURS = "ours";
    private static final String PLAIN = "agentbuilder";
    private static final String OPENTELEMETRY = "opentelemetry";

    /** All that are measured if no others are asked for. */
    static final String ALL = String.join(",", NONE, EMPTY, OURS, PLAIN, OPENTELEMETRY);

    /** The arms of a comma list of names and {@code name=jar}; {@code ours} stands for the jar given. */
    static List<Arm> list(String text, Path ours) {
        List<Arm> arms = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? each : each.substring(0, equals);
            if (equals < 0 && !List.of(ALL.split(",", -1)).contains(name)) {
                throw new IllegalArgumentException("no arm is called " + name + "; there are " + ALL + " and name=jar");
            }
            arms.add(new Arm(name, equals < 0 ? ours : Path.of(each.substring(equals + 1))));
        }
        return arms;
    }

    /** The JVM's options. */
    List<String> options(Workshop workshop) throws IOException {
        return switch (name) {
            case NONE -> List.of();
            case EMPTY -> List.of("-javaagent:" + workshop.emptyAgent());
            case PLAIN -> List.of("-javaagent:" + workshop.plainAgent() + "=" + workshop.probe());
            case OPENTELEMETRY ->
                List.of(
                        "-javaagent:" + workshop.library("opentelemetry-javaagent-"),
                        "-Dotel.traces.exporter=none",
                        "-Dotel.metrics.exporter=none",
                        "-Dotel.logs.exporter=none");
            default -> List.of("-javaagent:" + jar);
        };
    }
}
