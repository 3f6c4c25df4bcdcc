package org.throttleagent.client.httpclient4;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultServiceUnavailableRetryStrategy;
import org.apache.http.impl.client.HttpClients;

/** An application has the client send again what was answered by 503. */
final class OwnRetryScenarios {
    private static CloseableHttpClient client(World world) {
        return world.client(HttpClients.custom()
                .setServiceUnavailableRetryStrategy(new DefaultServiceUnavailableRetryStrategy(2, 1)));
    }

    void whereTheAgentSeesToNothingTheClientDoesAsItWasTold(World world) {
        world.server.otherwise(503);
        assertThat(World.outcome(client(world), world.get())).isEqualTo("503 status 503");
        assertThat(world.server.requests()).isEqualTo(3);
        assertThat(world.throttle.count("sent")).isEqualTo(3);
    }

    void whatTheAgentHasSentAgainIsNotSentByTheClientOnTop(World world) {
        world.throttle.resendAtMost(1);
        world.server.answer(429).answer(503);
        assertThat(World.outcome(client(world), world.get())).isEqualTo("503 status 503");
        assertThat(world.server.requests()).isEqualTo(2);
    }

    void aKeyThatIsHeldIsTheAgentsToDecide(World world) {
        world.throttle.closeWhenRefused();
        world.server.otherwise(503);
        assertThat(World.outcome(client(world), world.get())).isEqualTo("503 status 503");
        assertThat(world.server.requests()).isEqualTo(1);
    }
}
