package org.throttleagent.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the demo and the kit rely on in every client that can be called without a waiting thread. */
abstract class AsyncHttpCallerContract extends HttpCallerContract {
    private CompletableFuture<Reply> callAsync(Request request) {
        return ((AsyncHttpCaller) caller).callAsync(request);
    }

    @Test
    void answersLater() throws Exception {
        Reply reply = callAsync(Request.get(uri("/refused"))).get(10, TimeUnit.SECONDS);
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.text()).isEqualTo("not now");
    }

    @Test
    void failsLater() {
        CompletableFuture<Reply> reply = callAsync(Request.get(uriOfNobody()));
        assertThatThrownBy(() -> reply.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void cancels() throws Exception {
        CompletableFuture<Reply> reply = callAsync(Request.get(uri("/hang")));
        HttpExchange exchange = hanging.poll(10, TimeUnit.SECONDS);
        assertThat(exchange).as("the request that hangs").isNotNull();
        assertThat(reply.cancel(true)).isTrue();
        Throwable thrown = catchThrowable(reply::join);
        assertThat(thrown instanceof CompletionException ? thrown.getCause() : thrown)
                .isInstanceOf(CancellationException.class);
    }
}
