package org.throttleagent.client.httpclient4;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.http.impl.client.CloseableHttpClient;

/** An agent that fails at every question leaves HttpClient as it is. */
final class DefectScenarios {
    void callsGoOn(World world) {
        world.throttle.breakWith(new IllegalStateException("defect"));
        for (CloseableHttpClient client : world.bothKinds()) {
            for (int i = 0; i < 3; i++) {
                assertThat(World.outcome(client, world.get())).isEqualTo("200 ok");
            }
        }
        assertThat(world.server.requests()).isEqualTo(6);
    }
}
