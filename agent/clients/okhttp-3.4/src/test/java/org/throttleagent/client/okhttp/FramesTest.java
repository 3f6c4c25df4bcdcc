package org.throttleagent.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.throttleagent.client.testing.ScriptedThrottle;

class FramesTest {
    private static final OkHttpClient CLIENT = new OkHttpClient();

    private final ScriptedThrottle throttle = new ScriptedThrottle();
    private final Frames frames = new Frames(throttle);

    @Test
    void whatWasLeftInsideACallEndsWithIt() {
        Call outer = call();
        frames.begin(outer);
        frames.begin(call());
        frames.begin(call());
        frames.end(outer);
        assertThat(frames.top()).isNull();
        assertThat(throttle.count("finished")).isEqualTo(3);
    }

    @Test
    void callsThatAreNeverSeenToEndDoNotPileUp() {
        for (int i = 0; i < 1000; i++) {
            frames.begin(call());
        }
        int depth = 0;
        for (Frame frame = frames.top(); frame != null; frame = frame.below) {
            depth++;
        }
        assertThat(depth).isLessThan(40);
    }

    private static Call call() {
        return CLIENT.newCall(new Request.Builder().url("http://127.0.0.1/").build());
    }
}
