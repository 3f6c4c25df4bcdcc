package org.throttleagent.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.OkHttpClient;
import okhttp3.Response;

/** An agent that fails at every question leaves OkHttp as it is. */
final class DefectScenarios {
    void callsGoOn(World world) throws Exception {
        world.throttle.breakWith(new IllegalStateException("defect"));
        OkHttpClient client = world.client();
        try (Response response = client.newCall(world.get()).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        World.Outcomes outcomes = new World.Outcomes();
        for (int i = 0; i < 10; i++) {
            client.newCall(world.get()).enqueue(outcomes);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(outcomes.next()).isEqualTo("200 ok");
        }
        assertThat(client.dispatcher().queuedCallsCount()).isZero();
    }
}
