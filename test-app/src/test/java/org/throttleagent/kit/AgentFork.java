package org.throttleagent.kit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A forked JVM for a program of its own, not the kit's worker; with the agent unless it is told otherwise. */
final class AgentFork {
    private static final String WORKERS = "org.throttleagent.kit.worker.";

    private final Jdk jdk;
    private final Path folder;
    private final List<String> options = new ArrayList<>(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    private final List<String> classPath = new ArrayList<>(List.of("target/test-classes", "target/classes"));

    private AgentFork(Jdk jdk, Path folder) {
        this.jdk = jdk;
        this.folder = folder;
    }

    /** A JVM whose files stay in a folder below {@code target}. */
    static AgentFork plain(Jdk jdk, String name) throws IOException {
        Path folder = Path.of("target", "kit", name + "-on-" + jdk.feature());
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("throttle.log"));
        return new AgentFork(jdk, folder);
    }

    /** The same with the agent. */
    static AgentFork withAgent(Jdk jdk, String name) throws IOException {
        return plain(jdk, name).option("-javaagent:" + KitRun.agentJar());
    }

    AgentFork option(String option) {
        options.add(option);
        return this;
    }

    /** Has the agent write everything to a file in the folder; {@link #log} reads it. */
    AgentFork logged() {
        return option("-Dthrottle.log.level=debug").option("-Dthrottle.log.file=" + folder.resolve("throttle.log"));
    }

    /** A rule for one port. */
    AgentFork rule(int port, String setting) {
        return option("-Dthrottle.rule.kit.match=127.0.0.1:" + port).option("-Dthrottle.rule.kit." + setting);
    }

    AgentFork classPath(String... entries) {
        classPath.addAll(Arrays.asList(entries));
        return this;
    }

    AgentFork okHttp(String version) {
        classPath.addAll(Client.jarsIn(Path.of("target", "kit-libs", version)));
        return this;
    }

    Path folder() {
        return folder;
    }

    /** The command that runs one of the kit's programs. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), WORKERS + program));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    Fork run(String program, String... arguments) throws IOException, InterruptedException {
        return Fork.run(command(program, arguments), folder);
    }

    AgentLog log() throws IOException {
        return AgentLog.read(folder.resolve("throttle.log"));
    }
}
