package org.throttleagent.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Calls on the application's own thread. */
final class PacingScenarios {
    void waitsBeforeAConnectionExists(World world) throws Exception {
        AtomicInteger looksUp = new AtomicInteger();
        OkHttpClient client = world.client(new OkHttpClient.Builder().dns(host -> {
            looksUp.incrementAndGet();
            return List.of(InetAddress.getLoopbackAddress());
        }));
        world.throttle.close(world.server.port());
        Future<String> answer = world.elsewhere(() -> {
            Request request = new Request.Builder()
                    .url("http://example.test:" + world.server.port())
                    .build();
            try (Response response = client.newCall(request).execute()) {
                return response.code() + " " + response.body().string();
            }
        });
        world.untilWaiting(1);
        assertThat(looksUp).as("looks up the host only when it may go").hasValue(0);

        world.throttle.open(world.server.port());
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("200 ok");
        assertThat(looksUp).hasValue(1);
        assertThat(world.throttle.events()).containsExactly("waits", "sent", "answered 200", "finished");
    }

    void aRedirectIsTwoAttemptsOfOneCall(World world) throws Exception {
        world.server.answer(302, "Location", world.other.url());
        try (Response response = world.client().newCall(world.get()).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(world.throttle.callCount()).isEqualTo(1);
        assertThat(world.throttle.events())
                .containsExactly("passes", "sent", "answered 302", "passes", "sent", "answered 200", "finished");
    }

    void aCallInsideAnAuthenticatorIsACallOfItsOwn(World world) throws Exception {
        world.server.answer(401, "WWW-Authenticate", "Bearer");
        CompletableFuture<OkHttpClient> self = new CompletableFuture<>();
        OkHttpClient client = world.client(new OkHttpClient.Builder().authenticator((route, response) -> {
            self.join().newCall(world.getOther()).execute().close();
            return response.request()
                    .newBuilder()
                    .header("Authorization", "Bearer token")
                    .build();
        }));
        self.complete(client);
        try (Response response = client.newCall(world.get()).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(world.throttle.callCount()).isEqualTo(2);
        assertThat(world.throttle.events())
                .as("the inner call ends first")
                .containsExactly(
                        "passes",
                        "sent",
                        "answered 401", //
                        "passes",
                        "sent",
                        "answered 200",
                        "finished", //
                        "passes",
                        "sent",
                        "answered 200",
                        "finished");
    }

    void whatTheCacheAnswersIsNeitherHeldNorCounted(World world) throws Exception {
        File folder = Files.createTempDirectory("okhttp-cache").toFile();
        try (Cache cache = new Cache(folder, 1_000_000)) {
            OkHttpClient client = world.client(new OkHttpClient.Builder().cache(cache));
            world.server.answer(200, "Cache-Control", "max-age=3600");
            try (Response response = client.newCall(world.get()).execute()) {
                assertThat(response.body().string()).isEqualTo("status 200");
            }
            world.throttle.close(world.server.port());
            World.Outcomes outcomes = new World.Outcomes();
            client.newCall(world.get()).enqueue(outcomes);
            assertThat(outcomes.next()).isEqualTo("200 status 200");
            assertThat(world.throttle.count("sent")).isEqualTo(1);
            cache.delete();
        }
    }

    void aConnectionThatFailsIsTold(World world) {
        int port = world.other.port();
        world.other.close();
        assertThat(failure(world.client().newCall(world.getOther()))).isInstanceOf(IOException.class);
        assertThat(world.throttle.events()).contains("sent", "failed").endsWith("finished");
        assertThat(port).isNotZero();
    }

    void aWaitThatDoesNotFitFailsOnceAndSaysWhy(World world) {
        world.throttle.refuseAll(new IOException("would wait 90 s, max-wait is 60 s"));
        assertThat(failure(world.client().newCall(world.get()))).hasMessage("would wait 90 s, max-wait is 60 s");
        assertThat(world.throttle.events()).containsExactly("finished");
        assertThat(world.server.requests()).isZero();
    }

    void anInterruptEndsTheWaitAndKeepsTheFlag(World world) throws Exception {
        world.throttle.close(world.server.port());
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        Call call = world.client().newCall(world.get());
        Future<Boolean> flag = world.elsewhere(() -> {
            waiting.complete(Thread.currentThread());
            assertThat(failure(call)).isInstanceOf(InterruptedIOException.class);
            return Thread.interrupted();
        });
        world.untilWaiting(1);
        waiting.join().interrupt();
        assertThat(flag.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(world.server.requests()).isZero();
    }

    void theCallsOwnTimeoutIsRead(World world) throws Exception {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        boolean since312 = false;
        try {
            builder.getClass()
                    .getMethod("callTimeout", long.class, TimeUnit.class)
                    .invoke(builder, 7, TimeUnit.SECONDS);
            since312 = true;
        } catch (NoSuchMethodException e) {
            // older versions have none
        }
        world.client(builder).newCall(world.get()).execute().close();
        assertThat(world.throttle.lastTimeoutNanos()).isEqualTo(since312 ? TimeUnit.SECONDS.toNanos(7) : 0);
    }

    static IOException failure(Call call) {
        try (Response response = call.execute()) {
            throw new AssertionError("answered " + response.code());
        } catch (IOException e) {
            return e;
        }
    }
}
