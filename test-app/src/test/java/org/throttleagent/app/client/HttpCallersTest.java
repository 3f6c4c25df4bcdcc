package org.throttleagent.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpCallersTest {
    @Test
    void namesWhatThisJvmHas() {
        assertThat(HttpCallers.available())
                .containsExactly("http-url-connection", "java-net-http", "okhttp", "httpclient-4");
    }

    @Test
    void saysWhatThereIsInsteadOfAnUnknownClient() {
        assertThatThrownBy(() -> HttpCallers.open("telnet"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("client 'telnet' is not one of [http-url-connection, java-net-http, okhttp, httpclient-4]");
    }

    @Test
    void opensAOneShotBodyOnce() {
        Body body = Body.of(Body.Kind.ONE_SHOT, "once".getBytes(StandardCharsets.UTF_8));
        assertThat(body.open()).hasContent("once");
        assertThatThrownBy(body::open).isInstanceOf(IllegalStateException.class);
    }
}
