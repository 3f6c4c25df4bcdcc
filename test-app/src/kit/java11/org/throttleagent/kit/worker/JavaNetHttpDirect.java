package org.throttleagent.kit.worker;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** java.net.http by its own API. */
final class JavaNetHttpDirect implements Direct {
    @Override
    public void reuse(Job job, Report report) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(job.get("url"))).build();
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < job.number("repeat", 1); i++) {
            statuses.add(client.send(request, BodyHandlers.ofString()).statusCode());
        }
        report.value("statuses", statuses);
    }

    @Override
    public void webSocket(Job job, Report report) throws Exception {
        URI uri = URI.create(job.get("url").replaceFirst("http", "ws"));
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, new WebSocket.Listener() {})
                .get(20, TimeUnit.SECONDS);
        report.value("opened", true);
        socket.abort();
    }

    /** Since 21, so by reflection. */
    @Override
    public void shutdown(Job job, Report report) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(job.get("url"))).build();
        report.value("first", client.send(request, BodyHandlers.ofString()).statusCode());
        CompletableFuture<Integer> second =
                client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::statusCode);
        report.value("ended-early", second.isDone());
        long start = System.nanoTime();
        HttpClient.class.getMethod("shutdownNow").invoke(client);
        try {
            report.value("second", second.get(20, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            report.value("second", String.valueOf(e.getCause()));
        }
        report.value("ended-after", System.nanoTime() - start);
    }
}
