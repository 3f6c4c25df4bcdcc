package org.throttleagent.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own that has ended: what it wrote, and how it ended. */
record Fork(int status, String out, String err) {
    private static final int LIMIT_SECONDS = 120;

    /** Runs a program of a JDK to its end. */
    static Fork run(Jdk jdk, String tool, String... arguments) {
        return run(jdk, tool, Map.of(), arguments);
    }

    /** Runs a program of a JDK to its end, with more environment variables. */
    static Fork run(Jdk jdk, String tool, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(jdk.tool(tool).toString());
        command.addAll(Arrays.asList(arguments));
        return run(command, environment, BuildFacts.target());
    }

    /** Runs a command to its end. */
    static Fork run(List<String> command, Map<String, String> environment, Path folder) {
        try {
            Path out = Files.createTempFile(BuildFacts.target(), "fork", ".out");
            Path err = Files.createTempFile(BuildFacts.target(), "fork", ".err");
            try {
                Process process = start(command, environment, folder, out, err);
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError(command + " did not end; it wrote\n" + Files.readString(err));
                }
                return new Fork(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(List<String> command, Map<String, String> environment, Path folder, Path out, Path err)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        clean(builder).putAll(environment);
        return builder.start();
    }

    /** The environment without what makes every JVM talk, or sets up the agent. */
    static Map<String, String> clean(ProcessBuilder builder) {
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.startsWith("THROTTLE_"));
        variables.remove("JAVA_TOOL_OPTIONS");
        return variables;
    }
}
