package org.throttleagent.client.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** What is sent again through a chain, by whom, and what is not. */
final class RetryScenarios {
    void aRefusedPostIsSentAgainWithItsBody(World world) throws Exception {
        world.server.answer(429).answer(429);
        assertThat(World.send(world.client(), world.post(new StringEntity("payload"))))
                .isEqualTo("200 ok");
        assertThat(world.server.bodies()).containsExactly("payload", "payload", "payload");
        assertThat(world.throttle.count("sent")).isEqualTo(3);
        assertThat(world.throttle.callCount()).isEqualTo(1);
        assertThat(world.pool.getTotalStats().getLeased()).isZero();
    }

    void aBodyThatCanBeReadOnlyOnceIsNotSentAgain(World world) throws Exception {
        world.server.answer(429);
        InputStreamEntity once = new InputStreamEntity(new ByteArrayInputStream(new byte[3]), ContentType.TEXT_PLAIN);
        assertThat(World.send(world.client(), world.post(once))).as("unread").isEqualTo("429 status 429");
        assertThat(world.server.requests()).isEqualTo(1);
    }

    void anUpgradeIsNeverSentAgain(World world) throws Exception {
        world.server.answer(429);
        HttpGet upgrade = world.get();
        upgrade.setHeader("Upgrade", "websocket");
        world.throttle.govern();
        assertThat(World.send(world.client(), upgrade)).isEqualTo("429 status 429");
        assertThat(world.throttle.count("sent")).isEqualTo(1);
    }

    void aRefusalAfterARedirectIsSentAgainToWhereItLed(World world) throws Exception {
        world.server.answer(302, "Location", world.other.url());
        world.other.answer(429);
        assertThat(World.send(world.client(), world.get())).isEqualTo("200 ok");
        assertThat(world.server.requests()).isEqualTo(1);
        assertThat(world.other.requests()).isEqualTo(2);
    }

    void whereTheClientRetriesNothingTheAgentDoes(World world) throws Exception {
        world.server.answer(429);
        CloseableHttpClient client = world.client(HttpClients.custom().disableAutomaticRetries());
        assertThat(World.send(client, world.get())).isEqualTo("200 ok");
    }

    void theClientsOwnRetryWaitsForNothingThatTheAgentHasDecided(World world) throws Exception {
        world.throttle.govern().resendAtMost(0);
        world.server.answer(429, "Retry-After", "3600");
        assertThat(World.send(world.client(), world.get())).isEqualTo("429 status 429");
        assertThat(world.server.requests()).isEqualTo(1);
    }

    void afterTheAgentHasSentItAgainTheClientDoesNot(World world) throws Exception {
        world.throttle.govern().resendAtMost(2);
        world.server.otherwise(429);
        assertThat(World.send(world.client(), world.get())).isEqualTo("429 status 429");
        assertThat(world.server.requests()).isEqualTo(3);
        assertThat(world.throttle.count("sent")).isEqualTo(3);
    }

    void whatTheAgentDoesNotGovernTheClientRetriesAsEver(World world) throws Exception {
        world.throttle.resendAtMost(0);
        world.server.answer(429);
        assertThat(World.send(world.client(), world.get())).isEqualTo("200 ok");
        assertThat(world.throttle.callCount()).isEqualTo(1);
        assertThat(world.throttle.events())
                .containsExactly("passes", "sent", "answered 429", "passes", "sent", "answered 200");
    }
}
