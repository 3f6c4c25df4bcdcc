package org.throttleagent.app.client;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Square's client. */
public final class OkHttpCaller implements AsyncHttpCaller {
    private final OkHttpClient client;

    OkHttpCaller(ClientOptions options) {
        this.client = OkHttpOptions.build(options);
    }

    @Override
    public String name() {
        return "okhttp";
    }

    @Override
    public Reply call(Request request) throws IOException {
        try (Response response = client.newCall(translate(request)).execute()) {
            return translate(response);
        }
    }

    @Override
    public CompletableFuture<Reply> callAsync(Request request) {
        EnqueuedCall enqueued = new EnqueuedCall(client.newCall(translate(request)));
        enqueued.call.enqueue(enqueued);
        return enqueued;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private static okhttp3.Request translate(Request request) {
        okhttp3.Request.Builder builder =
                new okhttp3.Request.Builder().url(request.uri().toString());
        request.headers().forEach(builder::header);
        return builder.method(request.method(), OkHttpBody.of(request)).build();
    }

    private static Reply translate(Response response) throws IOException {
        // before 3.9 a HEAD's answer without the bytes that its Content-Length names cannot be read
        ResponseBody body = response.request().method().equals("HEAD") ? null : response.body();
        byte[] content = body == null ? new byte[0] : body.bytes();
        return new Reply(
                response.code(),
                protocol(response.protocol()),
                response.headers().toMultimap(),
                content);
    }

    private static String protocol(Protocol protocol) {
        return protocol == Protocol.HTTP_2 ? "HTTP/2" : protocol.toString().toUpperCase(Locale.ROOT);
    }

    /** A future that is completed by the call that it cancels. */
    private static final class EnqueuedCall extends CompletableFuture<Reply> implements Callback {
        final Call call;

        EnqueuedCall(Call call) {
            this.call = call;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            call.cancel();
            return cancelled;
        }

        @Override
        public void onFailure(Call failed, IOException why) {
            completeExceptionally(why);
        }

        @Override
        public void onResponse(Call answered, Response response) {
            try (Response closing = response) {
                complete(translate(closing));
            } catch (IOException e) {
                completeExceptionally(e);
            }
        }
    }
}
