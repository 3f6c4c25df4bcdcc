package org.throttleagent.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.throttleagent.agent.AgentLoader;
import org.throttleagent.runtime.client.ClientRegistry;
import org.throttleagent.runtime.log.LogLine;
import org.throttleagent.runtime.log.ThrottleLog;
import org.throttleagent.runtime.settings.Settings;
import org.throttleagent.weaver.Patch;
import org.throttleagent.weaver.PatchIndex;
import org.throttleagent.weaver.Report;
import org.throttleagent.weaver.Weaver;

/** Weaves the classes that the clients' hooks name. Safe for use by many threads. */
final class ClassWeaver {
    /** Where packaging puts the lines of the clients' indexes, by the name of the class that they are for. */
    private static final String HOOKS = "META-INF/throttle/hooks/";

    private final AgentLoader agentLoader;
    private final ClientRegistry clients;
    private final ThrottleLog log;
    private final Settings settings;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** A weaver for the clients that are not switched off. */
    ClassWeaver(AgentLoader agentLoader, ClientRegistry clients, ThrottleLog log, Settings settings) {
        this.agentLoader = agentLoader;
        this.clients = clients;
        this.log = log;
        this.settings = settings;
    }

    /** The woven class, or {@code null} if it is to stay as it is. */
    byte @Nullable [] weave(@Nullable ClassLoader loader, String name, byte[] classFile)
            throws IOException, ReflectiveOperationException {
        List<PatchIndex.Entry> hooks = PatchIndex.read(new String(bytes(HOOKS + name), StandardCharsets.UTF_8));
        PatchIndex.Entry first = hooks.get(0);
        boolean ofTheJdk = loader == null || loader == agentLoader.getParent();
        if (first.library() == ofTheJdk || !settings.clientEnabled(first.clientId())) {
            return null; // a class of that name, but not the client's; or a client that is switched off
        }
        clients.attach(first.clientId(), first.adapter(), first.library());
        List<Patch> patches = new ArrayList<>();
        for (PatchIndex.Entry hook : hooks) {
            patches.add(Patch.read(bytes(hook.resource())));
        }
        Applied applied = new Applied();
        byte[] woven;
        try {
            woven = Weaver.weave(classFile, patches, applied);
        } catch (RuntimeException e) {
            // a class file that is not as the JVM's specification says; the JVM will say so, or knows better
            log.warn(log.line("skipped").put("type", name).put("because", e.toString()));
            return null;
        }
        tell(first.clientId(), name, applied);
        return woven;
    }

    private void tell(String client, String type, Applied applied) {
        if (applied.count > 0 && told.add(client)) {
            log.info(log.line("woven").put("client", client));
        }
        if (log.debugs()) {
            log.debug(log.line("hooked").put("client", client).put("type", type).put("hooks", applied.count));
            for (LogLine line : applied.skipped) {
                log.debug(line);
            }
        }
    }

    private byte[] bytes(String resource) throws IOException {
        byte[] found = agentLoader.bytes(resource);
        if (found == null) {
            throw new IOException("the agent's jar has no " + resource);
        }
        return found;
    }

    /** What became of the patches of one class. */
    private final class Applied implements Report {
        private final List<LogLine> skipped = new ArrayList<>();
        private int count;

        @Override
        public void applied(Patch patch) {
            count++;
        }

        @Override
        public void skipped(Patch patch, String why) {
            skipped.add(log.line("skipped").put("hook", patch.toString()).put("because", why));
        }
    }
}
