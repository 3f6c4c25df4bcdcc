package org.throttleagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.throttleagent.benchmarks.Measured.Of;

/** Runs a cell to count the classes that it loads and to see its peak memory; its time is not taken. */
final class Census {
    private final Path log;

    Census(Path folder) {
        log = folder.resolve("census.log");
    }

    Measured run(Cell cell) throws IOException, InterruptedException {
        boolean old = cell.jdk().version() == 8;
        // 8 lists its classes on stdout only
        List<String> listing = List.of(old ? "-verbose:class" : "-Xlog:class+load:file=" + log + "::filecount=0");
        ProcessBuilder builder = new ProcessBuilder(cell.command(listing))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(old ? ProcessBuilder.Redirect.to(log.toFile()) : ProcessBuilder.Redirect.DISCARD);
        Meter.quiet(builder.environment());
        Process process = builder.start();
        double peak = 0;
        // the kernel's high-water mark lasts as long as the process; the last look is a few milliseconds before its end
        Path status = Path.of("/proc/" + process.pid() + "/status");
        while (process.isAlive()) {
            peak = Math.max(peak, Files.exists(status) ? peakMegabytes(status) : 0);
            Thread.sleep(2);
        }
        return Measured.of(Of.PEAK_MEGABYTES, peak, Of.CLASSES, (double) classes(Files.readString(log)));
    }

    private static double peakMegabytes(Path status) {
        try {
            return peakMegabytes(Files.readString(status));
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }

    /** Of what Linux writes into {@code /proc/PID/status}; 0 for a process that has ended. */
    static double peakMegabytes(String status) {
        for (String line : status.lines().toList()) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
            }
        }
        return 0;
    }

    /** How many classes a log lists as loaded. */
    static long classes(String log) {
        return log.lines()
                .filter(line -> line.startsWith("[Loaded ") || line.contains(" source: "))
                .count();
    }
}
