package org.throttleagent.simulate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;

/** {@code simulate}: shows what a fleet with the agent, or with another way to throttle, gets from a server with a limit. */
public final class SimulateCommand {
    /** The options, for the help text. */
    public static final String HELP = ""
            + "  java -jar throttle-agent.jar simulate [OPTION]...\n"
            + "                            show what a fleet would get from a server with a limit, on virtual time\n"
            + "      --server gcra|fixed-window|sliding-window|token-bucket|decrease-only  (gcra)\n"
            + "      --rate 4500/h --burst 4500 --start 0 --elapsed 0s   the limit, and where it stands at first\n"
            + "      --headers remaining|limit-remaining-reset|retry-after|none  (remaining)\n"
            + "      --processes 2 --threads 5 --rtt 20ms|50ms..500ms --demand saturated|RATE --calls N\n"
            + "      --duration 30m --change AT:RATE --join AT:N --leave AT:N --outage AT:DURATION\n"
            + "      --prior none|RATE --max-wait none|DURATION   what the agent was told\n"
            + "      --policy agent|backoff|gradual|proportional|proportional-remaining|aws-adaptive|aimd  (agent)\n"
            + "      --seeds 200 --first-seed 1 --json --html FILE\n";

    private final SimulateOptions options;

    private SimulateCommand(SimulateOptions options) {
        this.options = options;
    }

    /**
     * Understands the words behind {@code simulate}.
     *
     * @throws IllegalArgumentException if one cannot be understood; the message says why
     */
    public static SimulateCommand of(List<String> words) {
        return new SimulateCommand(SimulateOptions.parse(words));
    }

    /**
     * Simulates, and prints what came of it.
     *
     * @throws IOException if the page cannot be written
     */
    public void run(PrintStream out) throws IOException {
        Summary summary = Summary.of(options.scenario);
        out.print(SimulateReport.text(options.scenario, summary));
        String htmlFile = options.htmlFile;
        if (htmlFile != null) {
            String page = SimulateHtml.page(options.scenario, summary);
            Files.write(Paths.get(htmlFile), page.getBytes(StandardCharsets.UTF_8));
        }
        if (options.json) {
            out.println(SimulateReport.json(summary));
        }
        out.flush();
    }
}
