package org.throttleagent.kit;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.List;

/** Attaches the agent to the JVM whose number is the path, and answers when that is done. */
final class AttachingServer implements KitServer {
    private final RawServer server = RawServer.of((number, request, socket) -> {
        attach(request.path().substring(1));
        socket.getOutputStream().write(RawServer.answer("200 OK", "", "attached"));
        return true;
    });

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

    private static void attach(String pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(pid);
            try {
                machine.loadAgent(KitRun.agentJar().toAbsolutePath().toString());
            } finally {
                machine.detach();
            }
        } catch (AgentLoadException e) {
            // how 8 says that all went well, which newer ones do not understand
            if (!"0".equals(e.getMessage())) {
                throw new IOException(e);
            }
        } catch (AgentInitializationException | AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }
}
