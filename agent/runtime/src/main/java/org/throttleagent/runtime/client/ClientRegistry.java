package org.throttleagent.runtime.client;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throttleagent.agent.AgentLoader;
import org.throttleagent.gate.Announced;
import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.Throttle;

/** Attaches the adapter of a client when the first of its classes is woven. */
/* `attached` is guarded by this object's monitor; what is done under it touches the agent's and the JDK's classes only. */
public final class ClientRegistry {
    private final AgentLoader agentLoader;
    private final HookTable hooks;
    private final @Nullable Opener opener;
    private final Throttles throttles;
    private final Set<String> attached = new HashSet<>();

    /** Opens a package of the JDK to the agent. */
    public interface Opener {
        /** Opens a package of a module of the boot layer to the agent's loader; false if there is no such module. */
        boolean open(String module, String packageName);
    }

    /** Makes the agent as a client sees it. */
    public interface Throttles {
        /** The one for the client of this id. */
        Throttle of(String clientId);
    }

    /**
     * A registry.
     *
     * @param opener opens what an adapter asks for; {@code null} on Java 8
     * @param throttles the agent as a client sees it, by the client's id
     */
    public ClientRegistry(AgentLoader agentLoader, HookTable hooks, @Nullable Opener opener, Throttles throttles) {
        this.agentLoader = agentLoader;
        this.hooks = hooks;
        this.opener = opener;
        this.throttles = throttles;
    }

    /**
     * Sees to it that the hooks of a client have handlers.
     *
     * @param clientId the client
     * @param adapterClass the binary name of its adapter
     * @param library whether the client is a library
     */
    public synchronized void attach(String clientId, String adapterClass, boolean library)
            throws ReflectiveOperationException {
        if (attached.contains(clientId)) {
            return;
        }
        Throttle throttle = throttles.of(clientId);
        if (library) {
            hooks.library(clientId, new LibraryAdapters(agentLoader, adapterClass, throttle));
        } else {
            ClientAdapter adapter = (ClientAdapter) Announced.by(adapterClass, agentLoader);
            if (opener != null) {
                for (String open : adapter.opens()) {
                    int slash = open.indexOf('/');
                    opener.open(open.substring(0, slash), open.substring(slash + 1));
                }
            }
            adapter.attach(throttle, hooks);
        }
        attached.add(clientId);
    }
}
