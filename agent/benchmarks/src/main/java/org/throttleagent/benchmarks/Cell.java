package org.throttleagent.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the combinations that are compared.
 *
 * @param armOptions the options that bring the agent in
 * @param tail class path, main class and arguments
 */
record Cell(Jdk jdk, Program program, Arm arm, List<String> armOptions, List<String> tail) {
    /** The command line, with more options for the JVM. */
    List<String> command(List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        // the same everywhere, so that the heap's size does not follow the machine's
        command.add("-Xmx256m");
        command.addAll(more);
        command.addAll(armOptions);
        command.addAll(tail);
        return command;
    }

    /** The cell of another arm for the same program and JDK. */
    boolean isBeside(Cell other) {
        return jdk.equals(other.jdk) && program == other.program;
    }
}
