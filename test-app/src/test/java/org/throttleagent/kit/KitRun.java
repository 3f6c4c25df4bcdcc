package org.throttleagent.kit;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Runs cases of one client in one forked JVM, side by side. */
final class KitRun {
    private static final KitCase WARM_UP =
            KitCase.of("warm-up", "").server(Stubs.open()).does("send", "GET /;POST / BYTES");

    private final Client client;
    private final Jdk jdk;
    private final Path folder;
    private final List<String> jvmOptions = new ArrayList<>();
    private final Map<String, List<KitServer>> servers = new LinkedHashMap<>();
    private final Properties job = new Properties();
    private final List<String> classPath = new ArrayList<>();
    private Agent agent = Agent.FROM_THE_START;

    private enum Agent {
        FROM_THE_START,
        /** Its settings are there already. */
        LATER,
        NEVER
    }

    private KitRun(Client client, Jdk jdk, Path folder) {
        this.client = client;
        this.jdk = jdk;
        this.folder = folder;
    }

    /** A run whose files stay in a folder below {@code target}. */
    static KitRun of(Client client, Jdk jdk, String name) throws IOException {
        Path folder = Path.of("target", "kit", client.toString().replace(' ', '-') + "-on-" + jdk.feature(), name);
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("throttle.log"));
        return new KitRun(client, jdk, folder);
    }

    /** Adds an option to the JVM's command line. */
    KitRun option(String option) {
        jvmOptions.add(option);
        return this;
    }

    /** Puts something on the class path, before all else. */
    KitRun classPath(String entries) {
        classPath.add(entries);
        return this;
    }

    /** Makes a first call before the cases begin, so that they do not all load the client at once. */
    KitRun warmUp() {
        prepare(WARM_UP);
        job.setProperty("first", key(WARM_UP));
        return this;
    }

    KitRun withoutAgent() {
        agent = Agent.NEVER;
        return this;
    }

    /** Starts without the agent, which is attached later. */
    KitRun agentComesLater() {
        agent = Agent.LATER;
        return this;
    }

    /** Where the run's files are. */
    Path folder() {
        return folder;
    }

    /** The jar under test. */
    static Path agentJar() {
        Path jar = Path.of(System.getProperty("kit.agent", "../agent/dist/target/throttle-agent.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: build the whole project, or name a jar in kit.agent");
        }
        return jar;
    }

    /** Starts the servers, runs the fork, stops the servers, and tells what came of each case by its id. */
    Result run(List<KitCase> cases) throws IOException, InterruptedException {
        try {
            for (KitCase kitCase : cases) {
                prepare(kitCase);
            }
            job.setProperty("client", client.id());
            job.setProperty(
                    "cases", String.join(",", cases.stream().map(it -> key(it)).toList()));
            Path file = folder.resolve("job.properties");
            try (Writer out = Files.newBufferedWriter(file)) {
                job.store(out, null);
            }
            Fork fork = Fork.run(command(file), folder);
            return result(cases, fork);
        } finally {
            servers.values().forEach(list -> list.forEach(KitServer::close));
        }
    }

    private void prepare(KitCase kitCase) {
        List<KitServer> own = new ArrayList<>();
        servers.put(kitCase.id, own);
        kitCase.servers.forEach(maker -> own.add(maker.get()));
        String key = key(kitCase);
        kitCase.job.forEach((name, value) -> job.setProperty(key + '.' + name, resolve(value, own)));
        if (!kitCase.rule.isEmpty()) {
            String rule = "-Dthrottle.rule." + key + '.';
            if (!kitCase.rule.containsKey("match")) {
                option(rule + "match=127.0.0.1:" + own.get(0).port());
            }
            kitCase.rule.forEach((name, value) -> option(rule + name + '=' + resolve(value, own)));
        }
    }

    private static String resolve(String value, List<KitServer> servers) {
        String resolved = value;
        for (int i = 0; i < servers.size(); i++) {
            resolved = resolved.replace("{" + i + "}", servers.get(i).url());
            resolved = resolved.replace(
                    "{port" + i + "}", Integer.toString(servers.get(i).port()));
        }
        return resolved;
    }

    /** The case's id as rules may be called. */
    private static String key(KitCase kitCase) {
        return kitCase.id.toLowerCase(Locale.ROOT);
    }

    private List<String> command(Path file) {
        List<String> command =
                new ArrayList<>(List.of(jdk.java(), "-Xmx256m", "-Xverify:all", "-XX:TieredStopAtLevel=1"));
        if (agent == Agent.FROM_THE_START) {
            command.add("-javaagent:" + agentJar());
        }
        if (agent != Agent.NEVER) {
            command.add("-Dthrottle.log.level=debug");
            command.add("-Dthrottle.log.file=" + folder.resolve("throttle.log"));
        }
        // Basic towards a proxy for https is off by default; the kit has a proxy that asks for it
        command.add("-Djdk.http.auth.tunneling.disabledSchemes=");
        // nor is Digest with MD5, which is the only one that all of them know
        command.add("-Dhttp.auth.digest.reEnabledAlgorithms=MD5");
        command.addAll(jvmOptions);
        classPath.add(client.classPath());
        command.addAll(List.of(
                "-cp",
                String.join(File.pathSeparator, classPath),
                "org.throttleagent.kit.worker.Worker",
                file.toString()));
        return command;
    }

    private Result result(List<KitCase> cases, Fork fork) throws IOException {
        Map<String, WorkerReport> reports = new HashMap<>();
        for (String line : fork.stdout()) {
            if (line.startsWith("{\"case\"")) {
                WorkerReport report = WorkerReport.of(line);
                reports.put(report.id(), report);
            }
        }
        AgentLog log = AgentLog.read(folder.resolve("throttle.log"));
        Map<String, Outcome> outcomes = new HashMap<>();
        Map<String, String> errors = new HashMap<>();
        for (KitCase kitCase : cases) {
            WorkerReport report = reports.get(key(kitCase));
            if (report == null) {
                errors.put(kitCase.id, "no report; exit " + fork.exitCode() + ", stderr: " + fork.stderr());
            } else if (!report.error().isEmpty()) {
                errors.put(kitCase.id, report.error());
            } else {
                List<KitServer> own = servers.getOrDefault(kitCase.id, List.of());
                outcomes.put(kitCase.id, new Outcome(client, jdk, report.calls(), report.values(), own, log));
            }
        }
        return new Result(fork, outcomes, errors, log);
    }

    /** What came of a run: by the id of a case an outcome, or why there is none. */
    record Result(Fork fork, Map<String, Outcome> outcomes, Map<String, String> errors, AgentLog log) {
        Outcome outcome(String id) {
            @Nullable Outcome outcome = outcomes.get(id);
            if (outcome == null) {
                throw new AssertionError("the worker did not get through " + id + ": " + errors.get(id));
            }
            return outcome;
        }
    }
}
