package org.throttleagent.client.httpclient4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;

/** The clients of before 4.3 are paced and counted; what they are refused is the application's. */
@SuppressWarnings("deprecation")
final class OlderClientScenarios {
    void waitsBeforeAConnectionExists(World world) throws Exception {
        // its pool is of one, and held by whoever is in it
        CloseableHttpClient client = new DefaultHttpClient();
        world.throttle.close(world.server.port());
        Future<String> held = world.elsewhere(() -> World.outcome(client, world.get()));
        world.untilWaiting(1);
        assertThat(World.outcome(client, world.getOther())).isEqualTo("200 ok");
        world.throttle.open(world.server.port());
        assertThat(held.get(10, TimeUnit.SECONDS)).isEqualTo("200 ok");
        assertThat(world.throttle.count("finished")).isEqualTo(2);
    }

    void aRedirectIsFollowedAtOnceAndCounted(World world) {
        world.server.answer(302, "Location", world.other.url());
        assertThat(World.outcome(new DefaultHttpClient(), world.get())).isEqualTo("200 ok");
        assertThat(world.throttle.events())
                .containsExactly("passes", "sent", "answered 302", "sent", "answered 200", "finished");
    }

    void aChallengeAndItsAnswerAreTwoRequests(World world) {
        DefaultHttpClient client = new DefaultHttpClient();
        client.getCredentialsProvider().setCredentials(AuthScope.ANY, new UsernamePasswordCredentials("kit", "secret"));
        world.server.answer(401, "WWW-Authenticate", "Basic realm=\"kit\"").answer(429);
        assertThat(World.outcome(client, world.get())).isEqualTo("429 status 429");
        assertThat(world.throttle.events())
                .containsExactly("passes", "sent", "answered 401", "sent", "answered 429", "finished");
    }

    void anAbortEndsTheWait(World world) throws Exception {
        CloseableHttpClient client = new DefaultHttpClient();
        world.throttle.close(world.server.port());
        HttpGet request = world.get();
        Future<String> outcome = world.elsewhere(() -> World.outcome(client, request));
        world.untilWaiting(1);
        request.abort();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo("RequestAbortedException Request aborted");
        assertThat(world.server.requests()).isZero();
    }

    void aWaitThatDoesNotFitFailsAndSaysWhy(World world) {
        world.throttle.refuseAll(new IOException("too long"));
        assertThat(World.outcome(new DefaultHttpClient(), world.get())).isEqualTo("InterruptedIOException too long");
        assertThat(world.throttle.events()).containsExactly("finished");
    }
}
