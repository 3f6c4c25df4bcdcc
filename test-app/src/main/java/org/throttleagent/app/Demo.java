package org.throttleagent.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.HttpCallers;
import org.throttleagent.app.server.DemoServers;
import org.throttleagent.app.server.LimitedServer;

/** Runs the clients one after the other, each against all servers at once. */
final class Demo {
    private final DemoOptions options;

    Demo(DemoOptions options) {
        this.options = options;
    }

    /**
     * Runs to the end.
     *
     * @param onClientDone gets the results of one client, as soon as it is done
     * @return all results
     */
    List<BatchResult> run(Consumer<List<BatchResult>> onClientDone) throws IOException, InterruptedException {
        List<BatchResult> results = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try (DemoServers servers = DemoServers.start(options.portBase)) {
            for (String client : options.clients) {
                try (HttpCaller caller = HttpCallers.open(client)) {
                    List<BatchResult> ofOneClient = callAll(servers, caller, threads);
                    onClientDone.accept(ofOneClient);
                    results.addAll(ofOneClient);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        return results;
    }

    private List<BatchResult> callAll(DemoServers servers, HttpCaller caller, ExecutorService threads)
            throws InterruptedException {
        List<Batch> batches = new ArrayList<>();
        for (LimitedServer server : servers.servers()) {
            batches.add(new Batch(caller, server, options.requests, options.threads, threads));
        }
        List<BatchResult> results = new ArrayList<>();
        for (Future<BatchResult> batch : threads.invokeAll(batches)) {
            try {
                results.add(batch.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("the batch of " + caller.name() + " broke off", e.getCause());
            }
        }
        return results;
    }
}
