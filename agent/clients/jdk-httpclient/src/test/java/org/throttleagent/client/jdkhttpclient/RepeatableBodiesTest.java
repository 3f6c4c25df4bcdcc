package org.throttleagent.client.jdkhttpclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatableBodiesTest {
    private static final BodyPublisher TEXT = BodyPublishers.ofString("text");

    @Test
    void bodiesOfTheJdkAreRepeatable(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("body"), "file");

        assertThat(List.of(
                        TEXT,
                        BodyPublishers.noBody(),
                        BodyPublishers.ofByteArray(new byte[] {1}),
                        BodyPublishers.ofByteArrays(List.of(new byte[] {1}, new byte[] {2})),
                        BodyPublishers.ofFile(file)))
                .allMatch(RepeatableBodies::include);
        assertThat(RepeatableBodies.include(null)).as("no body").isTrue();
    }

    @Test
    void bodiesOfOthersAreNot() {
        BodyPublisher own = new BodyPublisher() {
            @Override
            public long contentLength() {
                return TEXT.contentLength();
            }

            @Override
            public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
                TEXT.subscribe(subscriber);
            }
        };

        assertThat(RepeatableBodies.include(own)).isFalse();
        assertThat(RepeatableBodies.include(BodyPublishers.fromPublisher(TEXT))).isFalse();
        assertThat(RepeatableBodies.include(BodyPublishers.ofInputStream(InputStream::nullInputStream)))
                .as("its supplier may have one stream only")
                .isFalse();
        assertThat(RepeatableBodies.include(BodyPublishers.concat(TEXT, own))).isFalse();
    }
}
