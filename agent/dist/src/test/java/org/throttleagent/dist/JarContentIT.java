package org.throttleagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throttleagent.weaver.build.AgentJar;

class JarContentIT {
    private static final long MEGABYTE = 1_000_000;

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(BuildFacts.agentJar().toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    /** The agent's own classes as one text: names and constants can be looked for in it. */
    private static String hidden() throws IOException {
        try (JarFile jar = new JarFile(BuildFacts.agentJar().toFile())) {
            byte[] all = jar.getInputStream(jar.getEntry("inst/agent.classes")).readAllBytes();
            return new String(all, StandardCharsets.ISO_8859_1);
        }
    }

    /** It lies on the class path of every application: what else is in it, scanners and class loaders would find. */
    @Test
    void onlyTheEntryPointIsVisible() throws IOException {
        assertThat(entries())
                .containsExactlyInAnyOrder(
                        "META-INF/MANIFEST.MF",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "inst/agent.classes",
                        "org/throttleagent/agent/AgentClasses.class",
                        "org/throttleagent/agent/AgentLoader.class",
                        "org/throttleagent/agent/JdkTools.class",
                        "org/throttleagent/agent/Launch.class",
                        "org/throttleagent/agent/StoredEntry.class",
                        "org/throttleagent/agent/Switches.class",
                        "org/throttleagent/agent/Targets.class",
                        "org/throttleagent/agent/ThrottleAgent$1.class",
                        "org/throttleagent/agent/ThrottleAgent.class");
    }

    @Test
    void manifestNamesTheEntryPointsAndNothingForTheBootClassPath() throws IOException {
        try (JarFile jar = new JarFile(BuildFacts.agentJar().toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            String agent = "org.throttleagent.agent.ThrottleAgent";
            assertThat(manifest.getValue("Premain-Class")).isEqualTo(agent);
            assertThat(manifest.getValue("Agent-Class")).isEqualTo(agent);
            assertThat(manifest.getValue("Main-Class")).isEqualTo(agent);
            assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
            assertThat(manifest.getValue("Boot-Class-Path")).isNull();
        }
    }

    @Test
    void nothingOfByteBuddyIsThere() throws IOException {
        assertThat(hidden()).doesNotContain("net/bytebuddy/");
    }

    /** Advice has been woven into patches, and what weaves at build time has done its work. */
    @Test
    void nothingOfTheBuildIsThere() throws IOException {
        assertThat(hidden())
                .contains(
                        "java/lang/ThrottleGate.class",
                        "META-INF/throttle/hooks/okhttp3.Dispatcher",
                        "org/throttleagent/signal/dialects.txt")
                .doesNotContain(
                        "Advice.class",
                        "org/throttleagent/weaver/build/",
                        "sun/net/www/MessageHeader.class",
                        "jdk/internal/net/http/Response.class")
                .doesNotContain("package-info.class", "@version@", "org/throttleagent/gate/ThrottleGate");
    }

    @Test
    void isSmall() throws IOException {
        assertThat(Files.size(BuildFacts.agentJar())).isLessThan(MEGABYTE);
    }

    @Test
    void theSameInputGivesTheSameBytes(@TempDir Path folder) throws IOException {
        Path one = pack(folder.resolve("one.jar"));
        Path other = pack(folder.resolve("other.jar"));
        assertThat(other).hasSameBinaryContentAs(one);
        assertThat(BuildFacts.agentJar()).hasSameBinaryContentAs(one);
    }

    private static Path pack(Path jar) throws IOException {
        String version;
        try (JarFile built = new JarFile(BuildFacts.agentJar().toFile())) {
            version = built.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
        AgentJar.main(
                new String[] {jar.toString(), version, BuildFacts.root().toString(), BuildFacts.agentClassPath()});
        return jar;
    }
}
