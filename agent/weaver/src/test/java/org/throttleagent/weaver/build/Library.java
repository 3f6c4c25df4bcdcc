package org.throttleagent.weaver.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Classes whose methods are woven to be verified.
 *
 * @param name for people
 * @param advice what is woven into them
 * @param loader finds them and what they need; no test runs code of its classes
 * @param classNames with dots; nested and anonymous ones too
 */
record Library(String name, List<Class<?>> advice, ClassLoader loader, List<String> classNames) {
    /** One that keeps locals and catches, one that moves nothing, one that repeats. */
    private static final List<Class<?>> ALL_ADVICE =
            List.of(SampleAdvice.Everything.class, SampleAdvice.EntryOnly.class, SampleAdvice.RepeatOnly.class);

    /** Of each library on the test's class path one class: current Java, Kotlin, and class files of version 46. */
    private static final List<String> ON_CLASS_PATH = List.of(
            "net.bytebuddy.ByteBuddy",
            "org.assertj.core.api.Assertions",
            "okhttp3.OkHttpClient",
            "okio.Buffer",
            "kotlin.Unit",
            "org.apache.commons.httpclient.HttpClient",
            "org.apache.commons.logging.Log",
            "org.apache.commons.codec.Encoder");

    static List<Library> onClassPath() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String one : ON_CLASS_PATH) {
            jars.add(jarOf(one));
        }
        return of("", jars, jars);
    }

    /** Each folder holds jars that need each other. */
    static List<Library> inFolders(Path folder) throws IOException {
        List<Library> all = new ArrayList<>();
        for (Path set : list(folder)) {
            List<Path> jars = list(set);
            all.addAll(of(set.getFileName() + "/", jars, jars));
        }
        return all;
    }

    /**
     * One library in many versions, each of them with what the folder beside has. They are alike, so each gets one advice, and
     * its neighbours the others.
     */
    static List<Library> versions(Path folder, Path beside) throws IOException {
        List<Library> all = new ArrayList<>();
        for (Path jar : list(folder)) {
            List<Path> jars = new ArrayList<>(List.of(jar));
            jars.addAll(list(beside));
            Library library = of("", List.of(jar), jars).get(0);
            List<Class<?>> advice = List.of(ALL_ADVICE.get(all.size() % ALL_ADVICE.size()));
            all.add(new Library(library.name, advice, library.loader, library.classNames));
        }
        return all;
    }

    /** The JDK's own clients. */
    static List<Library> ofTheJdk() throws IOException {
        return List.of(
                inModule("java.net.http", ""),
                inModule("java.base", "sun/net/www/http"),
                inModule("java.base", "sun/net/www/protocol/http"));
    }

    private static Library inModule(String module, String folder) throws IOException {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            List<String> entries =
                    files.map(file -> root.relativize(file).toString()).toList();
            return new Library(
                    module + "/" + folder,
                    ALL_ADVICE,
                    ClassLoader.getPlatformClassLoader(),
                    classNames(entries.stream()));
        }
    }

    private static List<Library> of(String prefix, List<Path> jars, List<Path> classPath) throws IOException {
        URL[] urls = classPath.stream().map(Library::url).toArray(URL[]::new);
        URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        List<Library> all = new ArrayList<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                List<String> names = classNames(file.stream().map(entry -> entry.getName()));
                all.add(new Library(prefix + jar.getFileName(), ALL_ADVICE, loader, names));
            }
        }
        return all;
    }

    private static List<String> classNames(Stream<String> entries) {
        return entries.filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                .filter(name -> !name.endsWith("module-info.class"))
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .sorted()
                .toList();
    }

    private static Path jarOf(String className) {
        try {
            return Path.of(Class.forName(className, false, Library.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** As many of the names as are asked for, in an order that the seed decides. */
    List<String> some(int most, long seed) {
        List<String> names = new ArrayList<>(classNames);
        Collections.shuffle(names, new Random(seed));
        return names.subList(0, Math.min(most, names.size()));
    }

    byte[] classFile(String className) throws IOException {
        try (InputStream in = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new IOException("no class file " + className);
            }
            return in.readAllBytes();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
