package org.throttleagent.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/** What is sent again, and what is not. */
final class RetryScenarios {
    private static final MediaType TEXT = MediaType.parse("text/plain");

    void aRefusedPostIsSentAgainWithItsBody(World world) throws Exception {
        world.server.answer(429).answer(429);
        try (Response response = post(world, RequestBody.create(TEXT, "payload"))) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.body().string()).isEqualTo("ok");
        }
        assertThat(world.server.bodies()).containsExactly("payload", "payload", "payload");
        assertThat(world.throttle.count("sent")).isEqualTo(3);
        assertThat(world.throttle.callCount()).isEqualTo(1);
    }

    void formsAndMultipartBodiesAreSentAgain(World world) throws Exception {
        world.server.answer(429);
        post(world, new FormBody.Builder().add("a", "b").build()).close();
        world.server.answer(429);
        post(world, multipart(RequestBody.create(TEXT, "part"))).close();
        assertThat(world.server.bodies()).hasSize(4);
        assertThat(world.server.bodies().get(1)).isEqualTo("a=b");
        assertThat(world.server.bodies().get(3))
                .isEqualTo(world.server.bodies().get(2))
                .contains("part");
    }

    void aBodyThatCanBeWrittenOnlyOnceIsNotSentAgain(World world) throws Exception {
        for (RequestBody body : new RequestBody[] {new OneShot(), multipart(new OneShot())}) {
            world.server.answer(429);
            try (Response response = post(world, body)) {
                assertThat(response.code()).isEqualTo(429);
                assertThat(response.body().string()).as("unread").isEqualTo("status 429");
            }
        }
        assertThat(world.throttle.count("resend")).isZero();
    }

    void aBodyOfTheApplicationIsSentAgainOnlyWhereItCanBeAsked(World world) throws Exception {
        boolean canBeAsked = true;
        try {
            RequestBody.class.getMethod("isOneShot");
        } catch (NoSuchMethodException e) {
            canBeAsked = false;
        }
        world.server.answer(429);
        try (Response response = post(world, new Unknown())) {
            assertThat(response.code()).isEqualTo(canBeAsked ? 200 : 429);
        }
    }

    void anUpgradeIsNeverSentAgain(World world) throws Exception {
        world.server.answer(429);
        Request upgrade =
                world.get().newBuilder().header("Upgrade", "websocket").build();
        try (Response response = world.client().newCall(upgrade).execute()) {
            assertThat(response.code()).isEqualTo(429);
        }
        assertThat(world.throttle.count("sent")).isEqualTo(1);
    }

    void noMoreThanOkHttpsOwnTwentyFollowUps(World world) throws Exception {
        world.throttle.resendAtMost(1000);
        world.server.otherwise(429);
        try (Response response = world.client().newCall(world.get()).execute()) {
            assertThat(response.code()).isEqualTo(429);
            assertThat(response.body().string()).isEqualTo("status 429");
        }
        assertThat(world.server.requests()).isEqualTo(21);
    }

    void aRefusalAfterARedirectIsSentAgainToWhereItLed(World world) throws Exception {
        world.server.answer(302, "Location", world.other.url());
        world.other.answer(429);
        try (Response response = world.client().newCall(world.get()).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(world.server.requests()).isEqualTo(1);
        assertThat(world.other.requests()).isEqualTo(2);
    }

    void whereConnectionsAreNotRetriedRefusalsAre(World world) throws Exception {
        world.server.answer(429);
        OkHttpClient client = world.client(new OkHttpClient.Builder().retryOnConnectionFailure(false));
        try (Response response = client.newCall(world.get()).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
    }

    private static Response post(World world, RequestBody body) throws IOException {
        Request request =
                new Request.Builder().url(world.server.url()).post(body).build();
        return world.client().newCall(request).execute();
    }

    private static RequestBody multipart(RequestBody part) {
        return new MultipartBody.Builder("boundary").addPart(part).build();
    }

    /** A body of the application that says nothing of itself. */
    static class Unknown extends RequestBody {
        @Override
        public MediaType contentType() {
            return TEXT;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("once");
        }
    }

    /** A body that says, to versions that ask, that it can be written once. */
    static final class OneShot extends Unknown {
        public boolean isOneShot() {
            return true;
        }
    }
}
