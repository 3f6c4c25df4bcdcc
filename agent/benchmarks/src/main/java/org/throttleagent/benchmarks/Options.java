package org.throttleagent.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param folder the module's
 * @param rounds those that count
 * @param censuses runs of each cell that are looked at for memory and classes and not timed
 * @param seed decides the order of runs
 */
record Options(
        Path folder, List<Jdk> jdks, List<Arm> arms, List<Program> programs, int rounds, int censuses, long seed) {
    static final String HELP = """
            --programs LIST  of hello, http-url-connection, java-net-http, okhttp, n-th-client, spring-boot; default: all
            --arms LIST      of none, empty, ours, agentbuilder, opentelemetry, and NAME=JAR for another jar of this agent
            --jdks LIST      of HOME or FEATURE=HOME, or FEATURE alone for one of those in KIT_JDKS; default: the running one
            --rounds N       that count; default: 9
            --censuses N     runs to count classes and see memory, which are not timed; default: 3
            --seed N         of the order of runs
            --agent JAR      what "ours" is; default: that of agent/dist
            --quick          5 rounds, 1 census, the arms none, empty and ours, the programs hello and http-url-connection
            --folder FOLDER  the module's; default: agent/benchmarks
            """;

    private static final Set<String> KEYS =
            Set.of("--programs", "--arms", "--jdks", "--rounds", "--censuses", "--seed", "--agent", "--folder");

    static Options parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--quick")) {
                given.putIfAbsent("--rounds", "5");
                given.putIfAbsent("--censuses", "1");
                given.putIfAbsent("--arms", "none,empty,ours");
                given.putIfAbsent("--programs", "hello,http-url-connection");
            } else if (KEYS.contains(arguments[i]) && i + 1 < arguments.length) {
                given.put(arguments[i], arguments[++i]);
            } else {
                throw new IllegalArgumentException(arguments[i] + " is not an option, or lacks its value\n" + HELP);
            }
        }
        Path folder = Path.of(given.getOrDefault("--folder", "agent/benchmarks"));
        Path ours = Path.of(given.getOrDefault(
                "--agent", folder.resolve("../dist/target/throttle-agent.jar").toString()));
        return new Options(
                folder,
                jdks(given.getOrDefault("--jdks", System.getProperty("java.home"))),
                Arm.list(given.getOrDefault("--arms", Arm.ALL), ours.normalize()),
                programs(given.get("--programs")),
                Integer.parseInt(given.getOrDefault("--rounds", "9")),
                Integer.parseInt(given.getOrDefault("--censuses", "3")),
                Long.parseLong(given.getOrDefault("--seed", String.valueOf(System.currentTimeMillis()))));
    }

    private static List<Jdk> jdks(String text) {
        if (!text.matches("[0-9]+(,[0-9]+)*")) {
            return Jdk.list(text, List.of());
        }
        List<Integer> features = new ArrayList<>();
        for (String feature : text.split(",", -1)) {
            features.add(Integer.parseInt(feature));
        }
        return Jdk.list(System.getenv().getOrDefault("KIT_JDKS", System.getProperty("java.home")), features);
    }

    private static List<Program> programs(@Nullable String text) {
        List<Program> programs = new ArrayList<>();
        for (Program program : Program.values()) {
            if (text == null || List.of(text.split(",", -1)).contains(program.id())) {
                programs.add(program);
            }
        }
        if (text != null && programs.size() != text.split(",", -1).length) {
            throw new IllegalArgumentException("not all of these are programs: " + text + "\n" + HELP);
        }
        return programs;
    }

    /** Where the harness writes. */
    Path output() {
        return folder.resolve("target/start-up");
    }
}
