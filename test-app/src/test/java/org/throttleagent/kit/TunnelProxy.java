package org.throttleagent.kit;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A proxy that makes tunnels for those who say who they are. */
final class TunnelProxy implements KitServer {
    private final RawServer server = RawServer.of(TunnelProxy::answer);

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public List<Seen> seen() {
        return server.seen();
    }

    @Override
    public boolean counted() {
        return false;
    }

    @Override
    public void close() {
        server.close();
    }

    private static boolean answer(int number, Seen request, Socket socket) throws IOException {
        if (request.header("Proxy-Authorization").isEmpty()) {
            socket.getOutputStream()
                    .write(RawServer.answer(
                            "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"kit\"\r\n", ""));
            return true;
        }
        int port = Integer.parseInt(request.path().substring(request.path().indexOf(':') + 1));
        try (Socket origin = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            Thread back = new Thread(() -> copy(origin, socket), "tunnel-back");
            back.setDaemon(true);
            back.start();
            copy(socket, origin);
        }
        return false;
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException oneEndIsGone) {
            // so is the other one soon
        }
    }
}
