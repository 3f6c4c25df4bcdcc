package org.throttleagent.client.httpclient4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.client.entity.GzipCompressingEntity;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.entity.BufferedHttpEntity;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.message.BasicNameValuePair;

/** What is sent again, and what is not. */
final class RetryScenarios {
    void aRefusedPostIsSentAgainWithItsBody(World world) throws Exception {
        for (CloseableHttpClient client : world.bothKinds()) {
            world.server.answer(429).answer(429);
            assertThat(World.outcome(client, world.post(new StringEntity("payload"))))
                    .isEqualTo("200 ok");
        }
        assertThat(world.server.bodies()).hasSize(6).containsOnly("payload");
        assertThat(world.throttle.count("sent")).isEqualTo(6);
        assertThat(world.throttle.count("finished")).isEqualTo(2);
        assertThat(world.throttle.callCount()).isEqualTo(2);
    }

    void formsAndBufferedBodiesAreSentAgain(World world) throws Exception {
        CloseableHttpClient client = world.client();
        world.server.answer(429);
        World.outcome(client, world.post(new UrlEncodedFormEntity(List.of(new BasicNameValuePair("a", "b")))));
        world.server.answer(429);
        World.outcome(client, world.post(new BufferedHttpEntity(stream())));
        assertThat(world.server.bodies()).containsExactly("a=b", "a=b", "once", "once");
    }

    void aBodyThatCanBeWrittenOnlyOnceIsNotSentAgain(World world) {
        for (CloseableHttpClient client : world.bothKinds()) {
            world.server.answer(429);
            assertThat(World.outcome(client, world.post(stream()))).as("unread").isEqualTo("429 status 429");
        }
        assertThat(world.throttle.count("resend")).isZero();
    }

    void whatInterceptorsDoIsDoneOnceForEachAttempt(World world) {
        CloseableHttpClient client = world.client(HttpClients.custom()
                .addInterceptorLast((HttpRequestInterceptor) (request, context) -> request.addHeader("X-Seen", "it"))
                .addInterceptorLast((HttpRequestInterceptor) (request, context) -> {
                    HttpEntityEnclosingRequest post = (HttpEntityEnclosingRequest) request;
                    assertThat(post.getEntity()).isNotInstanceOf(GzipCompressingEntity.class);
                    assertThat(request.getHeaders("X-Seen")).hasSize(1);
                    post.setEntity(new GzipCompressingEntity(post.getEntity()));
                }));
        world.server.answer(429);
        assertThat(World.outcome(client, world.post(new ByteArrayEntity("x".getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo("200 ok");
        assertThat(world.server.requests()).isEqualTo(2);
    }

    void aRefusalAfterARedirectIsSentAgainToWhereItLed(World world) {
        world.server.answer(302, "Location", world.other.url());
        world.other.answer(429);
        assertThat(World.outcome(world.client(), world.get())).isEqualTo("200 ok");
        assertThat(world.server.requests()).isEqualTo(1);
        assertThat(world.other.requests()).isEqualTo(2);
    }

    void whoIsRefusedForEverGetsTheLastRefusal(World world) {
        for (CloseableHttpClient client : world.bothKinds()) {
            world.throttle.resendAtMost(2);
            world.server.otherwise(429);
            assertThat(World.outcome(client, world.get())).isEqualTo("429 status 429");
        }
        assertThat(world.server.requests()).isEqualTo(6);
    }

    void theConnectionOfARefusalIsGivenBack(World world) {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(1);
        for (CloseableHttpClient client : List.of(
                world.client(HttpClients.custom().setConnectionManager(pool)),
                world.client(HttpClients.custom().setConnectionManager(pool).disableContentCompression()))) {
            world.server.answer(429).answer(429);
            assertThat(World.outcome(client, world.get())).isEqualTo("200 ok");
        }
        assertThat(pool.getTotalStats().getLeased()).isZero();
        assertThat(pool.getTotalStats().getAvailable()).as("kept").isEqualTo(1);
    }

    void aRequestObjectMayBeUsedAgain(World world) {
        HttpGet request = world.get();
        CloseableHttpClient client = world.client();
        for (int i = 0; i < 3; i++) {
            world.server.answer(429);
            assertThat(World.outcome(client, request)).isEqualTo("200 ok");
            request.reset();
        }
        assertThat(world.throttle.count("finished")).isEqualTo(3);
        assertThat(world.server.requests()).isEqualTo(6);
    }

    private static InputStreamEntity stream() {
        byte[] bytes = "once".getBytes(StandardCharsets.US_ASCII);
        return new InputStreamEntity(new ByteArrayInputStream(bytes), bytes.length);
    }
}
