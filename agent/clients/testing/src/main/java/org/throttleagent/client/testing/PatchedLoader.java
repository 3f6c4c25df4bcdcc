package org.throttleagent.client.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.throttleagent.weaver.Patch;
import org.throttleagent.weaver.PatchIndex;
import org.throttleagent.weaver.Report;
import org.throttleagent.weaver.Weaver;

/** One version of a client with what it needs, into which the patches of the module under test go as the agent applies them. */
public final class PatchedLoader extends URLClassLoader {
    private final Map<String, List<PatchIndex.Entry>> hooks = new LinkedHashMap<>();
    private final Set<String> applied = new TreeSet<>();
    private final Set<String> skipped = new TreeSet<>();

    /**
     * Makes a loader.
     *
     * @param clientId the client, whose index is in {@code target/classes}
     * @param jars the client's, and those that it needs
     */
    public PatchedLoader(String clientId, List<File> jars) throws IOException {
        super(WovenLoader.urls(jars).toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        String index = Files.readString(Path.of("target/classes/META-INF/throttle/" + clientId + ".index"));
        for (PatchIndex.Entry entry : PatchIndex.read(index)) {
            hooks.computeIfAbsent(entry.type(), type -> new ArrayList<>()).add(entry);
        }
    }

    /** Loads and links every target that this version has; with that the JVM's verifier has seen it. */
    public void linkAll() throws ClassNotFoundException {
        for (String target : hooks.keySet()) {
            if (findResource(target.replace('.', '/') + ".class") != null) {
                Class.forName(target, true, this);
            }
        }
    }

    /**
     * The hooks that have to fit into a version by their {@code since} and {@code until}.
     *
     * @param number its major version times 1000, plus the minor one
     */
    public Set<String> expected(int number) {
        Set<String> expected = new TreeSet<>();
        for (List<PatchIndex.Entry> entries : hooks.values()) {
            for (PatchIndex.Entry hook : entries) {
                String until = hook.until();
                if (number(hook.since()) <= number && (until == null || number < number(until))) {
                    expected.add(hook.type().replace('.', '/') + "." + hook.method() + hook.descriptor());
                }
            }
        }
        return expected;
    }

    /** 3.14.9 is 3014: patch releases do not count. */
    public static int number(String version) {
        String[] parts = version.split("[.]", -1);
        return Integer.parseInt(parts[0]) * 1000 + Integer.parseInt(parts[1]);
    }

    /** The hooks that fit. */
    public Set<String> applied() {
        return applied;
    }

    /** Why the others did not. */
    public Set<String> skipped() {
        return skipped;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("org.throttleagent.gate.")) {
            return Class.forName(name, false, PatchedLoader.class.getClassLoader());
        }
        List<PatchIndex.Entry> entries = hooks.get(name);
        if (entries == null) {
            return super.findClass(name);
        }
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            List<Patch> patches = new ArrayList<>();
            for (PatchIndex.Entry entry : entries) {
                patches.add(Patch.read(Files.readAllBytes(Path.of("target/classes", entry.resource()))));
            }
            byte[] woven = Objects.requireNonNull(Weaver.weave(in.readAllBytes(), patches, new Fit()), name);
            return defineClass(name, woven, 0, woven.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private final class Fit implements Report {
        @Override
        public void applied(Patch patch) {
            applied.add(patch.toString());
        }

        @Override
        public void skipped(Patch patch, String why) {
            skipped.add(why);
        }
    }
}
