package org.throttleagent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Whatever a server does, the application sees what it would have seen without the agent. */
class FaultsIT {
    private static final String WHOLE = "HTTP/1.1 200 OK\r\nX-One: 1\r\nContent-Length: 4\r\n\r\nfine";

    @TestFactory
    Stream<DynamicNode> faults() {
        return Jdk.all().stream()
                .flatMap(jdk -> Clients.oneVersionEach(jdk).stream().flatMap(client -> tests(client, jdk)));
    }

    private static Stream<DynamicNode> tests(Client client, Jdk jdk) {
        List<KitCase> with = cases();
        List<KitCase> without = cases();
        Once<KitRun.Result> plain = Once.of(
                () -> KitRun.of(client, jdk, "faults-plain").withoutAgent().run(without));
        Once<KitRun.Result> agent =
                Once.of(() -> KitRun.of(client, jdk, "faults").run(with));
        return with.stream()
                .map(it -> ContractRun.test(client, jdk, it, () -> {
                    Outcome outcome = agent.get().outcome(it.id);
                    assertThat(Comparison.calls(outcome))
                            .isEqualTo(Comparison.calls(plain.get().outcome(it.id)));
                    assertThat(outcome.total("sent"))
                            .as("what the agent sent, and the server read to its end")
                            .isGreaterThanOrEqualTo(outcome.seen().size());
                }));
    }

    private static List<KitCase> cases() {
        return List.of(
                fault("X-garbage", "header lines of garbage", FaultsIT::garbage),
                fault("X-signals", "garbage where a limit should be", FaultsIT::garbageSignals),
                fault("X-huge", "10 MB of headers", FaultsIT::huge),
                fault("X-no-status", "something that is no HTTP", "nonsense\r\n\r\n"),
                fault("X-at-0", "a connection closed instead of an answer", ""),
                fault("X-in-status", "a connection closed within the status line", WHOLE.substring(0, 10)),
                fault("X-after-status", "a connection closed after the status line", WHOLE.substring(0, 17)),
                fault("X-in-headers", "a connection closed within the headers", WHOLE.substring(0, 22)),
                fault("X-after-head", "a connection closed after the head", WHOLE.substring(0, WHOLE.length() - 4)),
                fault("X-in-body", "a connection closed within the body", WHOLE.substring(0, WHOLE.length() - 2)),
                fault(
                        "X-in-chunk",
                        "a connection closed within a chunk",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nfin"),
                KitCase.of("X-nobody", "a port where nobody listens")
                        .server(RawServer::closed)
                        .does("send", "GET /;GET /"));
    }

    private static KitCase fault(String id, String what, String answer) {
        return fault(id, what, (number, request, socket) -> {
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            return false;
        });
    }

    private static KitCase fault(String id, String what, RawServer.Script script) {
        return KitCase.of(id, what + " is seen as without the agent")
                .server(() -> RawServer.of(script))
                .does("send", "GET /;POST / BYTES")
                .with("response-timeout", 15_000);
    }

    private static boolean garbage(int number, Seen request, Socket socket) throws IOException {
        return write(socket, "HTTP/1.1 200 OK\r\n\u0001\u0002: \u00ff\u00fe\r\n=====\r\nContent-Length: 4\r\n\r\nfine");
    }

    private static boolean garbageSignals(int number, Seen request, Socket socket) throws IOException {
        return write(
                socket,
                "HTTP/1.1 200 OK\r\nRetry-After: \u00ff;;=\r\nRateLimit: ;;;\"\r\nRateLimit-Policy: \"\"\"\r\n"
                        + "RateLimit-Remaining: -\r\nX-RateLimit-Reset: 1e999\r\nDate: yesterday\r\n"
                        + "Content-Length: 4\r\n\r\nfine");
    }

    private static boolean huge(int number, Seen request, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
        byte[] line = ("X-Filler: " + "x".repeat(10_000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 1000; i++) {
            out.write(line);
        }
        return write(socket, "Content-Length: 4\r\n\r\nfine");
    }

    private static boolean write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return false;
    }
}
