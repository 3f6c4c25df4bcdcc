package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** F23 and F24: which bodies are sent again after a refusal, and which cannot be. */
final class BodyCases {
    private static final String WRITTEN_AWAY = "HttpURLConnection has written the stream away: ";
    private static final String ONE_SUPPLIER =
            "java.net.http cannot say whether what gives the stream gives it twice: ";
    private static final String NOBODY_SAYS = "before 3.14 no OkHttp body can say that it can be read again: ";
    private static final String ONLY_BYTES = "HttpURLConnection knows bytes only: F23-bytes";

    private BodyCases() {}

    static List<KitCase> all() {
        return List.of(
                again("F23-bytes", "bytes", "BYTES").with("body-size", 70_000),
                again("F23-text", "a text", "TEXT").not(Client.HTTP_URL_CONNECTION, ONLY_BYTES),
                again("F23-file", "a file", "FILE")
                        .with("body-size", 70_000)
                        .not(Client.HTTP_URL_CONNECTION, ONLY_BYTES),
                againIfItSaysSo("F23-sized", "a stream of known length", "SIZED_STREAM", "F24-sized"),
                againIfItSaysSo("F23-chunked", "a stream of unknown length", "CHUNKED_STREAM", "F24-chunked"),
                notAgainUnlessItSaysSo("F24-sized", "a stream of known length", "SIZED_STREAM", "F23-sized"),
                notAgainUnlessItSaysSo("F24-chunked", "a stream of unknown length", "CHUNKED_STREAM", "F23-chunked"),
                notAgain("F24-one-shot", "a stream that can be read once only", "ONE_SHOT"));
    }

    private static KitCase again(String id, String what, String kind) {
        return refusedOnce(id, "a refused POST of " + what + " is sent again, the same to the byte")
                .does("send", "POST / " + kind)
                .expect(outcome -> {
                    assertThat(outcome.statuses()).containsExactly(200);
                    outcome.sentAgain(1);
                });
    }

    private static KitCase againIfItSaysSo(String id, String what, String kind, String otherwise) {
        return again(id, what, kind)
                .not(Client.HTTP_URL_CONNECTION, WRITTEN_AWAY + otherwise)
                .not(Client.JAVA_NET_HTTP, ONE_SUPPLIER + otherwise)
                .not((client, jdk) -> client.isOkHttpBefore(3, 14), NOBODY_SAYS + otherwise);
    }

    private static KitCase notAgain(String id, String what, String kind) {
        return refusedOnce(id, "a refused POST of " + what + " is not sent again; the refusal is the application's")
                .does("send", "POST / " + kind)
                .expect(outcome -> {
                    outcome.arrived(1);
                    assertThat(outcome.seen().get(0).body()).startsWith("body of ");
                    assertThat(outcome.statuses()).containsExactly(429);
                    assertThat(outcome.calls().get(0).body()).isEqualTo("not now");
                });
    }

    private static KitCase notAgainUnlessItSaysSo(String id, String what, String kind, String otherwise) {
        return notAgain(id, what, kind)
                .not(
                        (client, jdk) -> client.is(Client.OKHTTP) && !client.isOkHttpBefore(3, 14),
                        "this body says to OkHttp that it can be read again: " + otherwise)
                .not(Client.HTTPCLIENT_4, "this body says to HttpClient 4 that it is repeatable: " + otherwise);
    }

    private static KitCase refusedOnce(String id, String title) {
        return KitCase.of(id, title).server(Stubs.answering(Stubs.refusal("1"), Stubs.fine()));
    }
}
