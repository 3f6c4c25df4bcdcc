package org.throttleagent.kit.worker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** OkHttp's web sockets, which it has from 3.5 on; so this class is loaded by itself. */
final class OkHttpWebSocket {
    private OkHttpWebSocket() {}

    static void open(Job job, Report report) throws Exception {
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
