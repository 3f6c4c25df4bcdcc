package org.throttleagent.client.httpclient4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.HttpHost;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.HttpClientConnectionManager;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.BasicHttpClientConnectionManager;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** When attempts wait, and what they hold meanwhile. */
final class PacingScenarios {
    void waitsBeforeAConnectionExists(World world) throws Exception {
        AtomicInteger looksUp = new AtomicInteger();
        HttpClientConnectionManager manager = new PoolingHttpClientConnectionManager(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", PlainConnectionSocketFactory.INSTANCE)
                        .build(),
                host -> {
                    looksUp.incrementAndGet();
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                });
        CloseableHttpClient client = world.client(HttpClients.custom().setConnectionManager(manager));
        world.throttle.close(world.server.port());
        HttpGet request = new HttpGet("http://example.test:" + world.server.port());
        Future<String> answer = world.elsewhere(() -> World.outcome(client, request));
        world.untilWaiting(1);
        assertThat(looksUp).as("looks up the host only when it may go").hasValue(0);

        world.throttle.open(world.server.port());
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("200 ok");
        assertThat(looksUp).hasValue(1);
        assertThat(world.throttle.events()).containsExactly("waits", "sent", "answered 200", "finished");
    }

    void aMinimalClientsCallIsPacedToo(World world) throws Exception {
        CloseableHttpClient client = world.minimal();
        world.throttle.close(world.server.port());
        Future<String> answer = world.elsewhere(() -> World.outcome(client, world.get()));
        world.untilWaiting(1);
        world.throttle.open(world.server.port());
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("200 ok");
        assertThat(world.throttle.events()).containsExactly("waits", "sent", "answered 200", "finished");
    }

    void aPoolOfOneServesOthersMeanwhile(World world) throws Exception {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(1);
        CloseableHttpClient pooled = world.client(HttpClients.custom().setConnectionManager(pool));
        CloseableHttpClient single =
                world.client(HttpClients.custom().setConnectionManager(new BasicHttpClientConnectionManager()));
        for (CloseableHttpClient client : new CloseableHttpClient[] {pooled, single}) {
            world.throttle.close(world.server.port());
            Future<String> held = world.elsewhere(() -> World.outcome(client, world.get()));
            world.untilWaiting(1);
            assertThat(World.outcome(client, world.getOther())).isEqualTo("200 ok");
            world.throttle.open(world.server.port());
            assertThat(held.get(10, TimeUnit.SECONDS)).isEqualTo("200 ok");
        }
    }

    void aRedirectIsTwoAttemptsOfOneCall(World world) {
        world.server.answer(302, "Location", world.other.url());
        assertThat(World.outcome(world.client(), world.get())).isEqualTo("200 ok");
        assertThat(world.throttle.callCount()).isEqualTo(1);
        assertThat(world.throttle.events())
                .containsExactly("passes", "sent", "answered 302", "passes", "sent", "answered 200", "finished");
    }

    void aCallInsideAnInterceptorIsACallOfItsOwn(World world) {
        CloseableHttpClient inner = world.client();
        CloseableHttpClient client =
                world.client(HttpClients.custom().addInterceptorLast((org.apache.http.HttpRequestInterceptor)
                        (request, context) -> World.outcome(inner, world.getOther())));
        assertThat(World.outcome(client, world.get())).isEqualTo("200 ok");
        assertThat(world.throttle.callCount()).isEqualTo(2);
        assertThat(world.throttle.events())
                .as("the inner call ends first")
                .containsExactly(
                        "passes",
                        "sent",
                        "answered 200",
                        "finished", //
                        "passes",
                        "sent",
                        "answered 200",
                        "finished");
    }

    void aWaitThatDoesNotFitFailsOnceAndSaysWhy(World world) {
        for (CloseableHttpClient client : world.bothKinds()) {
            world.throttle.refuseAll(new IOException("would wait 90 s, max-wait is 60 s"));
            assertThat(World.outcome(client, world.get()))
                    .isEqualTo("InterruptedIOException would wait 90 s, max-wait is 60 s");
        }
        assertThat(world.throttle.events()).containsExactly("finished", "finished");
        assertThat(world.server.requests()).isZero();
    }

    void anyRequestObjectWillDo(World world) throws Exception {
        world.server.answer(429);
        // without the means to abort it, and with a context of the application's
        org.apache.http.message.BasicHttpRequest request =
                new org.apache.http.message.BasicHttpRequest("GET", "/plain?query=1");
        HttpHost host = new HttpHost("127.0.0.1", world.server.port());
        int status = world.client()
                .execute(host, request, HttpClientContext.create())
                .getStatusLine()
                .getStatusCode();
        assertThat(status).isEqualTo(200);
        assertThat(world.throttle.count("sent")).isEqualTo(2);
    }
}
