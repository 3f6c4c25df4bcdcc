package org.throttleagent.client.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.client.testing.WovenLoader;
import org.throttleagent.weaver.Patch;
import org.throttleagent.weaver.PatchIndex;
import org.throttleagent.weaver.Report;
import org.throttleagent.weaver.Weaver;

/** The patches, as the agent applies them, fit every minor version that is supported, and the JVM's verifier takes what comes out. */
class EveryVersionTest {
    private static final Path VERSIONS = Path.of("target", "httpclient5-every");

    static List<String> jars() throws IOException {
        try (Stream<Path> files = Files.list(VERSIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("httpclient5-"))
                    .sorted(Comparator.comparing(name -> number(version(name))))
                    .toList();
        }
    }

    private static String version(String jar) {
        return jar.substring(jar.lastIndexOf('-') + 1, jar.length() - ".jar".length());
    }

    /** 3.14.9 is 3014: patch releases do not count. */
    private static int number(String version) {
        String[] parts = version.split("[.]", -1);
        return Integer.parseInt(parts[0]) * 1000 + Integer.parseInt(parts[1]);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void eachHookIsInItsVersions(String jar) throws IOException, ReflectiveOperationException {
        int version = number(version(jar));
        try (Woven loader = new Woven(VERSIONS.resolve(jar).toFile())) {
            for (String target : loader.hooks.keySet()) {
                if (loader.findResource(target.replace('.', '/') + ".class") != null) {
                    // linked, and with that verified
                    Class.forName(target, true, loader);
                }
            }
            TreeSet<String> expected = new TreeSet<>();
            loader.hooks
                    .values()
                    .forEach(hooks -> hooks.forEach(hook -> {
                        String until = hook.until();
                        if (number(hook.since()) <= version && (until == null || version < number(until))) {
                            expected.add(hook.type().replace('.', '/') + "." + hook.method() + hook.descriptor());
                        }
                    }));
            assertThat(loader.applied).isEqualTo(expected).hasSize(7);
        }
    }

    /** One version, with what it needs, the gate, and nothing of the tests' own HttpClient. */
    private static final class Woven extends URLClassLoader {
        final Map<String, List<PatchIndex.Entry>> hooks = new LinkedHashMap<>();
        final TreeSet<String> applied = new TreeSet<>();

        Woven(File jar) throws IOException {
            super(urls(jar), ClassLoader.getPlatformClassLoader());
            String index = Files.readString(Path.of("target/classes/META-INF/throttle/httpclient-5.index"));
            for (PatchIndex.Entry entry : PatchIndex.read(index)) {
                hooks.computeIfAbsent(entry.type(), type -> new ArrayList<>()).add(entry);
            }
        }

        private static URL[] urls(File jar) {
            List<File> files = new ArrayList<>(List.of(jar));
            files.addAll(Arrays.asList(Objects.requireNonNull(
                    VERSIONS.toFile().listFiles((folder, name) -> !name.startsWith("httpclient5-")))));
            return WovenLoader.urls(files).toArray(new URL[0]);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.throttleagent.gate.")) {
                return Class.forName(name, false, EveryVersionTest.class.getClassLoader());
            }
            List<PatchIndex.Entry> entries = hooks.get(name);
            if (entries == null) {
                return super.findClass(name);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                List<Patch> patches = new ArrayList<>();
                for (PatchIndex.Entry entry : entries) {
                    patches.add(Patch.read(Files.readAllBytes(Path.of("target/classes", entry.resource()))));
                }
                byte[] woven = Weaver.weave(Objects.requireNonNull(in).readAllBytes(), patches, new Applied());
                return defineClass(name, Objects.requireNonNull(woven, name), 0, woven.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        private final class Applied implements Report {
            @Override
            public void applied(Patch patch) {
                applied.add(patch.toString());
            }

            @Override
            public void skipped(Patch patch, String why) {
                assertThat(why).startsWith("it has no method ");
            }
        }
    }
}
