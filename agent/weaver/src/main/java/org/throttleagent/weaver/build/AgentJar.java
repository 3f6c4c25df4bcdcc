package org.throttleagent.weaver.build;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Enumeration;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs the agent's jar out of the class path of its modules: the entry point as classes, all else in one entry, {@code
 * inst/agent.classes}, which no class loader but the agent's reads. The same input gives the same bytes.
 */
/*
 * One entry, and not compressed: the first request loads some two hundred classes, and to look each up in the archive and
 * inflate it costs more than all else that is done there.
 */
public final class AgentJar {
    private static final String HIDDEN = "inst/agent.classes";
    private static final String HOOKS = "META-INF/throttle/hooks/";
    /** 1 January 2026 in the time zone of the build, as the ZIP format writes it: entries bear no time of their own. */
    private static final long ENTRY_TIME = 1_767_225_600_000L;

    private final Map<String, byte[]> entries = new TreeMap<>();
    /** What only the agent's loader finds, by the name that it asks for. */
    private final Map<String, byte[]> hidden = new TreeMap<>();

    private final StringBuilder index = new StringBuilder();
    private final String version;

    private AgentJar(String version) {
        this.version = version;
    }

    /**
     * Packs a jar.
     *
     * @param arguments the jar to write, the version, the folder that holds LICENSE and NOTICE, and the class path
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("usage: AgentJar OUTPUT VERSION LICENSE_FOLDER CLASS_PATH");
        }
        AgentJar jar = new AgentJar(arguments[1]);
        for (String part : arguments[3].split(File.pathSeparator, -1)) {
            jar.addAll(Paths.get(part));
        }
        Path folder = Paths.get(arguments[2]);
        jar.entries.put("META-INF/LICENSE", Files.readAllBytes(folder.resolve("LICENSE")));
        jar.entries.put("META-INF/NOTICE", Files.readAllBytes(folder.resolve("NOTICE")));
        jar.write(Paths.get(arguments[0]));
    }

    private void addAll(Path part) throws IOException {
        if (Files.isDirectory(part)) {
            try (java.util.stream.Stream<Path> files = Files.walk(part)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    add(part.relativize(file).toString().replace(File.separatorChar, '/'), Files.readAllBytes(file));
                }
            }
            return;
        }
        try (ZipFile zip = new ZipFile(part.toFile())) {
            for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
                ZipEntry entry = each.nextElement();
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        add(entry.getName(), readAll(in));
                    }
                }
            }
        }
    }

    private void add(String name, byte[] content) {
        if (name.startsWith("META-INF/throttle/") && name.endsWith(".index")) {
            index.append(new String(content, StandardCharsets.UTF_8));
        } else if (Contents.wanted(name, content)) {
            boolean classFile = name.endsWith(".class");
            byte[] packed = classFile ? GateName.rename(content) : content;
            String as = classFile ? GateName.rename(name) : name;
            if (Contents.visible(name)) {
                entries.put(as, packed);
            } else {
                hidden.put(as, packed);
            }
        }
    }

    private void write(Path output) throws IOException {
        String lines = index.toString();
        for (Map.Entry<String, String> each : Contents.byTarget(lines).entrySet()) {
            hidden.put(HOOKS + each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8));
        }
        fill(entries, "org/throttleagent/agent/Targets.class", "@targets@", Contents.targets(lines));
        fill(hidden, "org/throttleagent/runtime/Version.class", "@version@", version);
        Files.createDirectories(output.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(output);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "META-INF/MANIFEST.MF", Contents.manifest(version).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
            putStored(zip, HIDDEN, HiddenEntry.of(hidden));
        }
    }

    /** Puts a text in the place of the constant that stands for it. */
    private static void fill(Map<String, byte[]> entries, String entry, String placeholder, String text) {
        byte[] classFile = entries.get(entry);
        if (classFile == null) {
            throw new IllegalStateException("the class path has no " + entry);
        }
        entries.put(entry, Contents.replaceConstant(classFile, placeholder, text));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(ENTRY_TIME - TimeZone.getDefault().getOffset(ENTRY_TIME));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void putStored(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(ENTRY_TIME - TimeZone.getDefault().getOffset(ENTRY_TIME));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int read;
        while ((read = in.read(buffer)) > 0) {
            all.write(buffer, 0, read);
        }
        return all.toByteArray();
    }
}
