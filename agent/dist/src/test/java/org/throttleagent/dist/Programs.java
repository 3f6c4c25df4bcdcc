package org.throttleagent.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The programs that the forked JVMs run, compiled for Java 8 (those in programs11: for 11) and packed into one jar. */
final class Programs {
    private static final Object LOCK = new Object();
    private static boolean made;

    private Programs() {}

    /** The jar, made at the first call; it is an agent as well, see EarlyAgent. */
    static Path jar() throws IOException {
        Path jar = BuildFacts.target().resolve("programs.jar");
        synchronized (LOCK) {
            if (!made) {
                Path classes = Files.createDirectories(BuildFacts.target().resolve("programs"));
                compile(classes, "programs", "8");
                compile(classes, "programs11", "11");
                pack(classes, jar);
                made = true;
            }
        }
        return jar;
    }

    private static void compile(Path classes, String folder, String release) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-nowarn", "-Xlint:-options", "--release", release, "-d", classes.toString()));
        arguments.addAll(List.of("-cp", classes.toString()));
        for (Path source :
                filesIn(BuildFacts.root().resolve("agent/dist/src/test").resolve(folder))) {
            arguments.add(source.toString());
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        int status = javac.run(null, null, null, arguments.toArray(new String[0]));
        if (status != 0) {
            throw new IllegalStateException("javac " + arguments);
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", "EarlyAgent");
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            for (Path file : filesIn(classes)) {
                zip.putNextEntry(new JarEntry(file.getFileName().toString()));
                Files.copy(file, zip);
            }
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
