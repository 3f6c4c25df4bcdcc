package org.throttleagent.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the README that has run to its end in the repository's folder. */
record Ran(List<String> stdout, List<String> stderr, int exitCode) {
    private static final int LIMIT_SECONDS = 300;

    /** Runs a command line that begins with {@code java} and needs no quoting, with the JDK that runs this. */
    static Ran command(String line, Path folder) throws IOException, InterruptedException {
        return command(List.of(line.split(" ", -1)), Map.of(), folder);
    }

    static Ran command(List<String> words, Map<String, String> environment, Path folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(words);
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Document.ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // what a developer has set for other JVMs is not part of the test, and announces itself on stderr
        builder.environment().keySet().removeIf(it -> it.endsWith("JAVA_OPTIONS") || it.startsWith("THROTTLE_"));
        builder.environment().keySet().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("no end after " + LIMIT_SECONDS + " s: " + command + "\n" + Files.readString(err));
        }
        return new Ran(Files.readAllLines(out), Files.readAllLines(err), process.exitValue());
    }
}
