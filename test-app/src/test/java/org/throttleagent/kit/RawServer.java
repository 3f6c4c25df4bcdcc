package org.throttleagent.kit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does to its connections whatever a case wants. */
final class RawServer implements KitServer {
    /** Guarded by itself. */
    private final List<Seen> journal = new ArrayList<>();

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket listener;
    private final int idleMillis;
    private final Script script;

    /** What is done about a request. */
    interface Script {
        /**
         * Answers, or does not.
         *
         * @param number how many requests came before this one
         * @return whether the connection stays open
         */
        boolean answer(int number, Seen request, Socket socket) throws IOException;
    }

    private RawServer(int idleMillis, Script script) {
        this.idleMillis = idleMillis;
        this.script = script;
        try {
            listener = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("raw-server", this::accept);
    }

    static RawServer of(Script script) {
        return new RawServer(0, script);
    }

    /** Closes connections on which nothing came for a while. */
    static RawServer droppingIdle(int idleMillis, Script script) {
        return new RawServer(idleMillis, script);
    }

    /** Nobody: the port is free again. */
    static RawServer closed() {
        RawServer server = of((number, request, socket) -> false);
        server.close();
        return server;
    }

    /** An answer of HTTP/1.1 with its length. */
    static byte[] answer(String status, String headers, String body) {
        String head = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public List<Seen> seen() {
        synchronized (journal) {
            return List.copyOf(journal);
        }
    }

    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(RawServer::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                int connection = connections.getAndIncrement();
                start("raw-server-" + connection, () -> serve(socket, connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket, int connection) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(idleMillis);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            boolean goOn = true;
            while (goOn) {
                Seen request = RawRequest.read(in, out, connection);
                if (request == null) {
                    return;
                }
                int number;
                synchronized (journal) {
                    number = journal.size();
                    journal.add(request);
                }
                goOn = script.answer(number, request, socket);
            }
        } catch (IOException gone) {
            // the client went, or nothing came for too long
        } finally {
            open.remove(socket);
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) {
            // then it is closed
        }
    }
}
