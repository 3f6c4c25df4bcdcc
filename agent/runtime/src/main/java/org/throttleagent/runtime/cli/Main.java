package org.throttleagent.runtime.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.throttleagent.runtime.Version;
import org.throttleagent.runtime.settings.Sources;

/** Runs the sub-command that the first argument names. */
public final class Main {
    /** All is well. */
    static final int OK = 0;

    /** The command line cannot be understood ({@code EX_USAGE} of sysexits.h). */
    static final int USAGE = 64;

    /** What a file says cannot be read ({@code EX_DATAERR} of sysexits.h). */
    static final int BAD_DATA = 65;

    /** A file is not there ({@code EX_NOINPUT} of sysexits.h). */
    static final int NO_INPUT = 66;

    /** The settings cannot be read ({@code EX_CONFIG} of sysexits.h). */
    static final int BAD_SETTINGS = 78;

    private static final String HELP = "Paces the HTTP requests that a JVM sends, and backs off when servers say so.\n"
            + "\n"
            + "  java -javaagent:throttle-agent.jar[=KEY=VALUE;...] -jar app.jar\n"
            + "                            run an application with the agent\n"
            + "  java -jar throttle-agent.jar check [-DKEY=VALUE] [-javaagent:JAR=...] [--url '[METHOD ]URL']\n"
            + "                            show the settings in force here, where each came from, what is wrong\n"
            + "                            with them, and what would become of a request to a URL\n"
            + "  java -jar throttle-agent.jar explain [--json] [--at INSTANT] [--url '[METHOD ]URL'] [FILE ...]\n"
            + "                            show what the agent reads in responses and what it would do: heads as\n"
            + "                            curl -si prints them, or HAR files; from files or standard input\n"
            + "  java -jar throttle-agent.jar version\n"
            + "  java -jar throttle-agent.jar help\n";

    private Main() {}

    /**
     * Called by the jar's main class. Exits with 0; with 64 if it is called wrongly, with 65 if a file cannot be read to its
     * end, with 66 if it is not there, with 78 if settings cannot be read.
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getProperties(), System.getenv(), System.in, System.out, System.err));
    }

    static int run(
            String[] arguments,
            Properties systemProperties,
            Map<String, String> environment,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        List<String> words = Arrays.asList(arguments);
        String command = words.isEmpty() ? "help" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        try {
            switch (command) {
                case "check":
                    return CheckCommand.of(rest, systemProperties, environment, new Sources.Disk())
                            .run(out);
                case "explain":
                    return ExplainCommand.of(rest, systemProperties, environment, new Sources.Disk())
                            .run(in, out, err);
                case "version":
                case "--version":
                    out.println(Version.text());
                    return OK;
                case "help":
                case "--help":
                case "-h":
                    out.print(HELP);
                    return OK;
                default:
                    throw new UsageException("there is no command '" + command + "'");
            }
        } catch (UsageException e) {
            err.println("throttle: " + e.getMessage());
            err.print(HELP);
            return USAGE;
        }
    }
}
