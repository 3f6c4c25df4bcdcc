package org.throttleagent.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles the programs and agents, and finds the libraries that the build has copied. */
final class Workshop {
    private final Path folder;
    private final Path output;

    Workshop(Path folder, Path output) {
        this.folder = folder;
        this.output = output;
    }

    /** What a program runs with, compiled now. */
    String classPath(Program program) throws IOException {
        List<String> libraries = libraries(program.libraries());
        Path classes = compile("programs", program.sources(), program.oldestJdk(), libraries, program.id());
        List<String> parts = new ArrayList<>();
        parts.add(
                pack(classes, output.resolve(program.id() + ".jar"), null, null).toString());
        parts.addAll(libraries);
        return String.join(File.pathSeparator, parts);
    }

    /** An agent whose premain returns at once. */
    Path emptyAgent() throws IOException {
        Path classes = compile("agents", List.of("EmptyAgent"), 8, List.of(), "empty");
        return pack(classes, output.resolve("empty-agent.jar"), "EmptyAgent", null);
    }

    /** The jar that the plain agent appends to the boot class path. */
    Path probe() throws IOException {
        Path classes = compile("agents", List.of("Probe"), 8, List.of(), "probe");
        return pack(classes, output.resolve("probe.jar"), null, null);
    }

    /** An agent that weaves with Byte Buddy's AgentBuilder, with Byte Buddy inside. */
    Path plainAgent() throws IOException {
        Path byteBuddy = library("byte-buddy-");
        List<String> classPath = List.of(byteBuddy.toString(), probe().toString());
        Path classes = compile("agents", List.of("PlainAgent"), 8, classPath, "plain");
        return pack(classes, output.resolve("plain-agent.jar"), "PlainAgent", byteBuddy);
    }

    /** The library whose file name begins so. */
    Path library(String prefix) throws IOException {
        return Path.of(libraries(List.of(prefix)).get(0));
    }

    private List<String> libraries(List<String> prefixes) throws IOException {
        Path lib = folder.resolve("target/lib");
        List<String> found = new ArrayList<>();
        for (String prefix : prefixes) {
            int before = found.size();
            if (Files.isDirectory(lib)) {
                try (Stream<Path> files = Files.list(lib)) {
                    files.filter(file -> file.getFileName().toString().startsWith(prefix))
                            .sorted()
                            .forEach(file -> found.add(file.toString()));
                }
            }
            if (found.size() == before) {
                throw new IOException(
                        "no " + prefix + "*.jar in " + lib + "; the build's profile start-up puts it there");
            }
        }
        return found;
    }

    private Path compile(String from, List<String> sources, int release, List<String> classPath, String into)
            throws IOException {
        Path classes = Files.createDirectories(output.resolve("classes").resolve(into));
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "-Xlint:-options", "--release", String.valueOf(release), "-parameters"));
        arguments.addAll(List.of("-d", classes.toString()));
        if (!classPath.isEmpty()) {
            arguments.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        }
        for (String source : sources) {
            arguments.add(folder.resolve("src")
                    .resolve(from)
                    .resolve(source + ".java")
                    .toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        if (status != 0) {
            throw new IOException("javac " + arguments);
        }
        return classes;
    }

    private static Path pack(Path classes, Path jar, @Nullable String premainClass, @Nullable Path inside)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (premainClass != null) {
            manifest.getMainAttributes().putValue("Premain-Class", premainClass);
            manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.list(classes)) {
            for (Path file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
            }
            if (inside != null) {
                copy(inside, zip);
            }
        }
        return jar;
    }

    private static void copy(Path jar, JarOutputStream zip) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = file.getInputStream(entry)) {
                        in.transferTo(zip);
                    }
                }
            }
        }
    }
}
