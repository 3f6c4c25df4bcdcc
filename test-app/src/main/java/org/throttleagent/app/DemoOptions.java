package org.throttleagent.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.throttleagent.app.client.HttpCallers;

/** The demo's command line, read. */
final class DemoOptions {
    static final String USAGE = String.join(
            System.lineSeparator(),
            "usage: java [-javaagent:throttle-agent.jar] -jar test-app.jar [options]",
            "  --requests N     requests for each client and server, default 60",
            "  --threads N      threads for each client and server, default 4",
            "  --clients A,B    these clients; here are " + String.join(",", HttpCallers.available()),
            "  --json           one JSON object instead of the table",
            "  --server-only    run the servers until the process is ended",
            "  --port-base N    first of five ports in a row; default: any free ports");

    private static final int HIGHEST_PORT_BASE = 65_531;

    private static final int SHOWN = 3;

    int requests = 60;
    int threads = 4;
    List<String> clients = few();
    boolean json;
    boolean serverOnly;
    boolean help;

    /** 0 for any free ports. */
    int portBase;

    private DemoOptions() {}

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static DemoOptions parse(String... args) {
        DemoOptions options = new DemoOptions();
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            options.take(rest.next(), rest);
        }
        return options;
    }

    private void take(String option, Iterator<String> rest) {
        switch (option) {
            case "--requests":
                requests = number(option, rest, 1, 100_000);
                break;
            case "--threads":
                threads = number(option, rest, 1, 200);
                break;
            case "--clients":
                clients = clients(option, rest);
                break;
            case "--port-base":
                portBase = number(option, rest, 1, HIGHEST_PORT_BASE);
                break;
            case "--json":
                json = true;
                break;
            case "--server-only":
                serverOnly = true;
                break;
            case "--help":
                help = true;
                break;
            default:
                throw new IllegalArgumentException("unknown option " + option);
        }
    }

    /** As many as one screen and half a minute are enough for. */
    private static List<String> few() {
        List<String> all = HttpCallers.available();
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    private static int number(String option, Iterator<String> rest, int lowest, int highest) {
        String value = value(option, rest);
        String expected = option + " " + value + ": expected a number from " + lowest + " to " + highest;
        try {
            int number = Integer.parseInt(value);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(expected, e);
        }
        throw new IllegalArgumentException(expected);
    }

    private static List<String> clients(String option, Iterator<String> rest) {
        Set<String> names =
                new LinkedHashSet<>(Arrays.asList(value(option, rest).split(",", -1)));
        for (String name : names) {
            if (!HttpCallers.available().contains(name)) {
                throw new IllegalArgumentException(
                        option + " " + name + ": expected some of " + String.join(",", HttpCallers.available()));
            }
        }
        return new ArrayList<>(names);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }
}
