package org.throttleagent.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A finished JVM: what it printed, and how it ended. */
record Fork(List<String> stdout, String stderr, int exitCode, double seconds) {
    private static final int LIMIT_SECONDS = 120;

    /** Runs a command to its end; its output goes through files in a folder, so that nothing can block. */
    static Fork run(List<String> command, Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // what a developer has set for other JVMs is not part of the test, and announces itself on stderr
        builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.startsWith("THROTTLE_"));
        long start = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("no end after " + LIMIT_SECONDS + " s: " + command + "\n" + Files.readString(err));
        }
        return new Fork(
                Files.readAllLines(out), Files.readString(err), process.exitValue(), (System.nanoTime() - start) / 1e9);
    }
}
