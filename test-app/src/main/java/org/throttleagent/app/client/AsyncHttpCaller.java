package org.throttleagent.app.client;

import java.util.concurrent.CompletableFuture;

/** A client that can also be called without a waiting thread. */
public interface AsyncHttpCaller extends HttpCaller {
    /**
     * Starts a request and returns at once. Cancelling the future cancels the request in the client's own way. A failure
     * or a cancellation completes it with the client's own exception, perhaps as the cause of a
     * {@link java.util.concurrent.CompletionException}.
     */
    CompletableFuture<Reply> callAsync(Request request);
}
