package org.throttleagent.weaver.build;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The libraries on the test's class path whose methods are woven to be verified. */
enum Library {
    BYTE_BUDDY("net.bytebuddy.ByteBuddy"),
    ASSERTJ("org.assertj.core.api.Assertions"),
    OKHTTP_KOTLIN("okhttp3.OkHttpClient"),
    OKIO_KOTLIN("okio.Buffer"),
    KOTLIN("kotlin.Unit"),
    HTTPCLIENT_3_CLASS_FILES_46("org.apache.commons.httpclient.HttpClient"),
    COMMONS_LOGGING("org.apache.commons.logging.Log"),
    COMMONS_CODEC("org.apache.commons.codec.Encoder");

    private final String oneClass;

    Library(String oneClass) {
        this.oneClass = oneClass;
    }

    /** All of them in a class loader of their own, so that no test runs woven code of Byte Buddy or AssertJ. */
    static URLClassLoader load() {
        List<URL> jars = new ArrayList<>();
        for (Library library : values()) {
            jars.add(library.jar());
        }
        return new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }

    private URL jar() {
        try {
            return Class.forName(oneClass, false, Library.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names of classes, with dots, in an order that the seed decides; nested and anonymous ones too. */
    List<String> classNames(long seed) throws IOException, URISyntaxException {
        List<String> names;
        try (JarFile file = new JarFile(Path.of(jar().toURI()).toFile())) {
            names = file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .filter(name -> !name.equals("module-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .collect(Collectors.toList());
        }
        Collections.shuffle(names, new Random(seed));
        return names;
    }

    static byte[] classFile(ClassLoader loader, String name) throws IOException {
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new IOException("no class file " + name);
            }
            return in.readAllBytes();
        }
    }
}
