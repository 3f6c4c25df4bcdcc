package org.throttleagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throttleagent.benchmarks.Measured.Of;

/** Runs a command to its end and takes its time. */
/*
 * The shell's `time` is getrusage of the child, user and system together, in milliseconds; a JVM cannot ask for it itself. `perf
 * stat` goes around the whole where the machine lets it count instructions: the shell adds a constant million of them.
 */
final class Meter {
    private static final String SCRIPT = "TIMEFORMAT='%3U %3S %3R'; { time \"${@:4}\" >\"$1\" 2>\"$2\"; } 2>\"$3\"";

    private final Path out;
    private final Path err;
    private final Path times;
    private final Path counts;
    private final boolean perf;

    Meter(Path folder) throws IOException, InterruptedException {
        out = folder.resolve("run.out");
        err = folder.resolve("run.err");
        times = folder.resolve("run.times");
        counts = folder.resolve("run.perf");
        perf = perfCounts();
    }

    private boolean perfCounts() throws InterruptedException {
        try {
            int status =
                    statusOf(List.of("perf", "stat", "-x,", "-o", counts.toString(), "-e", "instructions:u", "true"));
            return status == 0 && instructions(Files.readString(counts)) > 0;
        } catch (IOException e) {
            return false; // not installed
        }
    }

    private static int statusOf(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        quiet(builder.environment());
        return builder.start().waitFor();
    }

    /** Takes away what would add an agent, or make a JVM talk, or write numbers with commas. */
    static void quiet(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.startsWith("THROTTLE_"));
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.put("LC_ALL", "C");
    }

    Measured run(List<String> java) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (perf) {
            command.addAll(List.of("perf", "stat", "-x,", "-o", counts.toString(), "-e", "instructions:u"));
        }
        command.addAll(List.of("bash", "-c", SCRIPT, "bash", out.toString(), err.toString(), times.toString()));
        command.addAll(java);
        int status = statusOf(command);
        if (status != 0) {
            throw new IOException("status " + status + " from " + java + "\n" + Files.readString(err));
        }
        Map<Of, Double> values = new LinkedHashMap<>(times(Files.readString(times)));
        if (perf) {
            values.put(Of.MEGA_INSTRUCTIONS, instructions(Files.readString(counts)));
        }
        values.putAll(marks(Files.readString(out)));
        return new Measured(values);
    }

    /** Of {@code user system real}, in seconds. */
    static Map<Of, Double> times(String text) {
        String[] seconds = text.trim().split(" ", -1);
        double cpu = Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]);
        return Map.of(Of.CPU_MILLIS, cpu * 1000, Of.WALL_MILLIS, Double.parseDouble(seconds[2]) * 1000);
    }

    /** Millions, of what {@code perf stat -x,} writes; 0 if it could not count. */
    static double instructions(String text) {
        for (String line : text.lines().toList()) {
            String[] columns = line.split(",", -1);
            if (columns.length > 2 && columns[2].startsWith("instructions") && columns[0].matches("[0-9]+")) {
                return Long.parseLong(columns[0]) / 1e6;
            }
        }
        return 0;
    }

    /** What a program says of itself: {@code mark NAME NANOSECONDS}. */
    static Map<Of, Double> marks(String text) {
        Map<Of, Double> marks = new LinkedHashMap<>();
        for (String line : text.lines().filter(each -> each.startsWith("mark ")).toList()) {
            String[] words = line.split(" ", -1);
            double millis = Long.parseLong(words[2]) / 1e6;
            switch (words[1]) {
                case "2nd" -> marks.put(Of.SECOND_CLIENT_MILLIS, millis);
                case "3rd" -> marks.put(Of.THIRD_CLIENT_MILLIS, millis);
                default -> {}
            }
        }
        return marks;
    }
}
