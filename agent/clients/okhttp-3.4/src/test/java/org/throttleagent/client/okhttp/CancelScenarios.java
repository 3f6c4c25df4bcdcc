package org.throttleagent.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** A call that is cancelled in any kind of wait ends as OkHttp itself ends it, and soon. */
final class CancelScenarios {
    private static final long PROMPT_MILLIS = 250;

    void aWaitingCall(World world) throws Exception {
        world.throttle.close(world.server.port());
        Call call = world.client().newCall(world.get());
        Future<IOException> failure = world.elsewhere(() -> PacingScenarios.failure(call));
        world.untilWaiting(1);
        call.cancel();
        assertThat(failure.get(10, TimeUnit.SECONDS)).hasMessage("Canceled").isExactlyInstanceOf(IOException.class);
        assertThat(world.server.requests()).isZero();
        assertThat(world.throttle.events()).contains("cancelled").endsWith("finished");
    }

    void aCallWithoutAThread(World world) throws Exception {
        world.throttle.close(world.server.port());
        World.Outcomes outcomes = new World.Outcomes();
        Call call = world.client().newCall(world.get());
        call.enqueue(outcomes);
        world.untilWaiting(1);
        // the dispatcher's thread may be about to leave; both ways must end the same
        long begin = System.nanoTime();
        call.cancel();
        assertThat(outcomes.next()).isEqualTo("IOException Canceled");
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.MILLISECONDS.toNanos(PROMPT_MILLIS));
        world.throttle.until("given back", t -> t.count("finished") == 1);
        assertThat(world.throttle.count("cancelled")).isPositive();
        assertThat(world.server.requests()).isZero();
    }

    void aCallThatIsToBeSentAgain(World world) throws Exception {
        world.throttle.closeWhenRefused();
        world.server.answer(429);
        World.Outcomes outcomes = new World.Outcomes();
        Call call = world.client().newCall(world.get());
        call.enqueue(outcomes);
        world.untilWaiting(1);
        call.cancel();
        assertThat(outcomes.next()).isEqualTo("IOException Canceled");
        assertThat(world.server.requests()).isEqualTo(1);
    }

    void allCallsOfADispatcher(World world) throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        OkHttpClient client = world.client(new OkHttpClient.Builder().dispatcher(dispatcher));
        OkHttpClient bystander = world.client();
        world.throttle.close(world.server.port()).closeWhenRefused();
        world.other.answer(429);
        World.Outcomes outcomes = new World.Outcomes();
        World.Outcomes spared = new World.Outcomes();
        client.newCall(world.getOther()).enqueue(outcomes);
        world.untilWaiting(1);
        for (int i = 0; i < 10; i++) {
            client.newCall(world.get()).enqueue(outcomes);
        }
        bystander.newCall(world.get()).enqueue(spared);
        world.untilWaiting(12);
        dispatcher.cancelAll();
        for (int i = 0; i < 11; i++) {
            assertThat(outcomes.next()).isEqualTo("IOException Canceled");
        }
        assertThat(spared.none()).isTrue();
        world.throttle.open(world.server.port());
        assertThat(spared.next()).isEqualTo("200 ok");
        assertThat(world.server.requests()).isEqualTo(1);
    }
}
