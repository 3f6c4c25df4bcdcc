package org.throttleagent.kit.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** OkHttp by its own API. */
final class OkHttpDirect implements Direct {
    @Override
    public void reuse(Job job, Report report) throws Exception {
        OkHttpClient client = new OkHttpClient();
        Request request = new Request.Builder().url(job.get("url")).build();
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < job.number("repeat", 1); i++) {
            try (Response response = client.newCall(request).execute()) {
                statuses.add(response.code());
            }
        }
        report.value("statuses", statuses);
    }

    @Override
    public void webSocket(Job job, Report report) throws Exception {
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        Request request = new Request.Builder().url(job.get("url")).build();
        WebSocket socket = new OkHttpClient().newWebSocket(request, new WebSocketListener() {
            @Override
            public void onOpen(WebSocket webSocket, Response response) {
                opened.complete(true);
            }

            @Override
            public void onFailure(WebSocket webSocket, Throwable thrown, Response response) {
                opened.completeExceptionally(thrown);
            }
        });
        report.value("opened", opened.get(20, TimeUnit.SECONDS));
        socket.cancel();
    }
}
