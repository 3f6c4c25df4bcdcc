package org.throttleagent.client.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** When requests through a chain leave, and what is told of them. */
final class PacingScenarios {
    void aWaitHoldsNoConnection(World world) throws Exception {
        CloseableHttpClient client = world.client();
        world.throttle.close(world.server.port());
        Future<String> waiting = world.sends(client, world.get());
        world.untilWaiting(1);
        assertThat(world.pool.getTotalStats().getLeased()).isZero();
        assertThat(World.send(client, world.getOther()))
                .as("goes by over the pool's only connection")
                .isEqualTo("200 ok");

        world.throttle.open(world.server.port());
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("200 ok");
        assertThat(world.throttle.count("answered 200")).isEqualTo(2);
    }

    void aRedirectIsTwoAttemptsOfOneCall(World world) throws Exception {
        world.server.answer(302, "Location", world.other.url());
        assertThat(World.send(world.client(), world.get())).isEqualTo("200 ok");
        assertThat(world.throttle.callCount()).isEqualTo(1);
        assertThat(world.throttle.events())
                .containsExactly("passes", "sent", "answered 302", "passes", "sent", "answered 200");
    }

    void aChallengeAndItsAnswerAreTwoAttempts(World world) throws Exception {
        world.server.answer(401, "WWW-Authenticate", "Basic realm=\"test\"");
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
                new AuthScope(null, -1), new UsernamePasswordCredentials("user", "secret".toCharArray()));
        CloseableHttpClient client = world.client(HttpClients.custom().setDefaultCredentialsProvider(credentials));
        assertThat(World.send(client, world.get())).isEqualTo("200 ok");
        assertThat(world.throttle.callCount()).isEqualTo(1);
        assertThat(world.throttle.events())
                .as("the connection is held for the answer, which does not wait")
                .containsSubsequence("sent", "answered 401", "sent", "answered 200");
        assertThat(world.throttle.count("sent")).isEqualTo(2);
    }

    void aConnectionThatFailsIsTold(World world) {
        world.other.close();
        assertThat(World.failure(world.client(), world.getOther())).isInstanceOf(IOException.class);
        assertThat(world.throttle.events()).containsExactly("passes", "sent", "failed", "finished");
    }

    void aWaitThatDoesNotFitFailsOnceAndSaysWhy(World world) {
        world.throttle.refuseAll(new IOException("would wait 90 s, max-wait is 60 s"));
        assertThat(World.failure(world.client(), world.get())).hasMessage("would wait 90 s, max-wait is 60 s");
        assertThat(world.throttle.events()).containsExactly("finished");
        assertThat(world.server.requests()).isZero();
    }
}
