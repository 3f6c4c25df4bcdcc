package org.throttleagent.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.throttleagent.app.server.DemoServers;
import org.throttleagent.app.server.LimitedServer;

/** Shows what rate limits do to an application, with and without the agent. */
public final class Main {
    private static final int EXIT_USAGE = 2;

    private Main() {}

    /** Runs the demo; its result is on stdout, and nothing else is. */
    public static void main(String[] args) throws IOException, InterruptedException {
        DemoOptions options;
        try {
            options = DemoOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(DemoOptions.USAGE);
            System.exit(EXIT_USAGE);
            return;
        }
        if (options.help) {
            System.out.println(DemoOptions.USAGE);
        } else if (options.serverOnly) {
            serve(options);
        } else if (options.json) {
            List<BatchResult> rows = new Demo(options).run(ofOneClient -> {});
            System.out.println(JsonReport.of(options, rows, AgentProbe.attached()));
        } else {
            Screen screen = new Screen(System.out);
            screen.begin(options);
            List<BatchResult> rows = new Demo(options).run(screen::rows);
            screen.end(rows, AgentProbe.attached());
        }
    }

    private static void serve(DemoOptions options) throws IOException, InterruptedException {
        try (DemoServers servers = DemoServers.start(options.portBase)) {
            for (LimitedServer server : servers.servers()) {
                System.out.printf("%-14s%-15s%s%n", server.name(), server.summary(), server.uri());
            }
            // until somebody ends the process
            new CountDownLatch(1).await();
        }
    }
}
