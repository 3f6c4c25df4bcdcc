package org.throttleagent.runtime;

import java.lang.instrument.Instrumentation;
import java.util.List;
import org.throttleagent.Engine;
import org.throttleagent.agent.AgentLoader;
import org.throttleagent.gate.Throttle;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.rule.Keys;
import org.throttleagent.runtime.client.ClientRegistry;
import org.throttleagent.runtime.client.HookFailures;
import org.throttleagent.runtime.client.HookTable;
import org.throttleagent.runtime.log.EventLog;
import org.throttleagent.runtime.log.ThrottleLog;
import org.throttleagent.runtime.settings.Problem;
import org.throttleagent.runtime.settings.Settings;
import org.throttleagent.signal.SignalReader;

/** Puts the agent together. */
final class StartUp {
    /** The gate as packaging names it; to name the class would load it before it is defined. */
    private static final String GATE = "java/lang/ThrottleGate.class";

    /** A runtime that was made of some modules only may lack it. */
    private static final String HTTP_CLIENT_MODULE = "java.net.http";

    private StartUp() {}

    /** Defines the gate and makes what weaves. */
    static ClassWeaver weaver(Instrumentation instrumentation, Settings settings, List<Problem> warnings)
            throws Exception {
        AgentLoader agentLoader = (AgentLoader) StartUp.class.getClassLoader();
        ThrottleLog log = ThrottleLog.create(
                settings.logLevel(), settings.logFile(), settings.logFileBytes(), settings.logJson());
        byte[] gate = agentLoader.bytes(GATE);
        if (gate == null) {
            throw new IllegalStateException("the agent's jar has no gate");
        }
        GateDefiner.Modules modules = GateDefiner.define(instrumentation, gate);
        Timer timer = new Timer();
        EventLog events = new EventLog(log, timer);
        Engine engine = new Engine(
                settings.ruleSet(),
                new Keys(new RandomSecret()),
                SignalReader.create(settings.maxSignalNanos(), settings.dialects()),
                events,
                Engine.KEYS);
        events.watch(engine);
        HookTable hooks = new HookTable();
        ThrottleGate.install(hooks, new HookFailures(hooks, new FailureLog(log)));
        boolean faulty = System.getProperty(FaultyThrottle.PROPERTY) != null;
        ClientRegistry clients = new ClientRegistry(agentLoader, hooks, modules, new ClientRegistry.Throttles() {
            @Override
            public Throttle of(String clientId) {
                return faulty ? new FaultyThrottle() : new EngineThrottle(engine, clientId, timer);
            }
        });
        log.info(log.line("started")
                .put("version", Version.text())
                .put("mode", settings.ruleSet().mode().name().toLowerCase(java.util.Locale.ROOT))
                .put("rules", settings.ruleSet().rules().size()));
        if (modules != null && !modules.has(HTTP_CLIENT_MODULE)) {
            log.info(log.line("without")
                    .put("client", "java-net-http")
                    .put("because", "this runtime has no module " + HTTP_CLIENT_MODULE));
        }
        for (Problem warning : warnings) {
            log.warn(log.line("setting").put("warning", warning.toString()));
        }
        return new ClassWeaver(agentLoader, clients, log, settings);
    }
}
