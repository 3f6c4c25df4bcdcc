package org.throttleagent.app.server;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The five servers of the demo: four with a limit, each in another dialect, and one without. */
public final class DemoServers implements Closeable {
    private static final int PER_SECOND = 20;
    private static final int BURST = 10;

    private final List<LimitedServer> servers = new ArrayList<>();

    private DemoServers() {}

    /**
     * Starts all five.
     *
     * @param portBase the first server's port, the others have the next ones; 0 for any free ports
     * @throws IOException if a port cannot be had; then none of the servers runs
     */
    public static DemoServers start(int portBase) throws IOException {
        DemoServers all = new DemoServers();
        try {
            all.add("heroku-like", new HerokuLimit(PER_SECOND, BURST), portBase);
            all.add("github-like", new GitHubLimit(30, 2), portBase);
            all.add(
                    "retry-seconds",
                    new RetryAfterLimit(PER_SECOND, BURST, 429, RetryAfterLimit.Form.SECONDS),
                    portBase);
            all.add("retry-date", new RetryAfterLimit(PER_SECOND, BURST, 503, RetryAfterLimit.Form.DATE), portBase);
            all.add("open", new NoLimit(), portBase);
            return all;
        } catch (IOException e) {
            all.close();
            throw e;
        }
    }

    /** In the order in which they are shown. */
    public List<LimitedServer> servers() {
        return Collections.unmodifiableList(servers);
    }

    @Override
    public void close() {
        servers.forEach(LimitedServer::close);
    }

    private void add(String name, Limit limit, int portBase) throws IOException {
        int port = portBase == 0 ? 0 : portBase + servers.size();
        servers.add(LimitedServer.start(name, limit, port));
    }
}
