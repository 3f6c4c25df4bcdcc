package org.throttleagent.client.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The client without a chain. */
final class MinimalScenarios {
    void aWaitHoldsNoConnection(World world) throws Exception {
        CloseableHttpClient client = world.minimal();
        world.throttle.close(world.server.port());
        Future<String> waiting = world.sends(client, world.get());
        world.untilWaiting(1);
        assertThat(World.send(client, world.getOther()))
                .as("goes by over the pool's only connection")
                .isEqualTo("200 ok");
        world.throttle.open(world.server.port());
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("200 ok");
    }

    void aRefusedPostIsSentAgainWithItsBody(World world) throws Exception {
        world.server.answer(429).answer(429);
        assertThat(World.send(world.minimal(), world.post(new StringEntity("payload"))))
                .isEqualTo("200 ok");
        assertThat(world.server.bodies()).containsExactly("payload", "payload", "payload");
        assertThat(world.throttle.callCount()).isEqualTo(1);
        assertThat(world.throttle.count("sent")).isEqualTo(3);
        assertThat(world.throttle.events()).endsWith("answered 200", "finished");
        assertThat(world.pool.getTotalStats().getLeased()).isZero();
    }

    void theLastRefusalIsTheApplications(World world) throws Exception {
        world.throttle.resendAtMost(1);
        world.server.otherwise(429);
        assertThat(World.send(world.minimal(), world.get())).isEqualTo("429 status 429");
        assertThat(world.server.requests()).isEqualTo(2);
    }

    void aConnectionThatFailsIsTold(World world) {
        world.other.close();
        assertThat(World.failure(world.minimal(), world.getOther())).isInstanceOf(IOException.class);
        assertThat(world.throttle.events()).containsExactly("passes", "sent", "failed", "finished");
    }

    void aSecondAttemptThatFailsIsTheApplicationsFailure(World world) {
        world.server.answer(429);
        world.throttle.refuseAgain(new IOException("would wait 90 s, max-wait is 60 s"));
        assertThat(World.failure(world.minimal(), world.get())).hasMessage("would wait 90 s, max-wait is 60 s");
        assertThat(world.throttle.events()).endsWith("finished");
        assertThat(world.server.requests()).isEqualTo(1);
    }
}
