package org.throttleagent.agent;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent's classes, which lie in the agent's jar as {@code inst/NAME.classdata} so that no application and no class path
 * scanner ever sees them. Its parent is the platform loader: the application's classes are invisible from here.
 */
/*
 * The jar stays open for the life of the JVM. Looking into it by ZipFile and not by URL keeps the JDK's jar: handler, and what
 * an application may have done to it, out of the way.
 */
public final class AgentLoader extends ClassLoader {
    private static final String PREFIX = "inst/";
    /** The package of this class, which the system class loader has loaded. */
    private static final String VISIBLE = "org.throttleagent.agent.";

    static {
        registerAsParallelCapable();
    }

    private final ZipFile jar;
    private final ProtectionDomain domain;

    private AgentLoader(ZipFile jar, @Nullable ClassLoader parent, CodeSource source) {
        super(parent);
        this.jar = jar;
        Permissions all = new Permissions();
        all.add(new AllPermission());
        this.domain = new ProtectionDomain(source, all);
    }

    static AgentLoader create() throws Exception {
        CodeSource source = AgentLoader.class.getProtectionDomain().getCodeSource();
        File file = new File(new URI(source.getLocation().toString()));
        return new AgentLoader(new ZipFile(file), platformLoader(), source);
    }

    /** The extension loader on 8, the platform loader since. */
    private static @Nullable ClassLoader platformLoader() {
        return ClassLoader.getSystemClassLoader().getParent();
    }

    /**
     * The bytes of a class or resource of the agent, or {@code null} if there is none.
     *
     * @param name the class's name with slashes and {@code .class}, or the resource's name
     */
    public byte @Nullable [] bytes(String name) throws IOException {
        ZipEntry entry = jar.getEntry(PREFIX + stored(name));
        if (entry == null) {
            return null;
        }
        byte[] all = new byte[(int) entry.getSize()];
        InputStream in = jar.getInputStream(entry);
        try {
            int at = 0;
            while (at < all.length) {
                int read = in.read(all, at, all.length - at);
                if (read < 0) {
                    throw new IOException(name + " is cut short in " + jar.getName());
                }
                at += read;
            }
        } finally {
            in.close();
        }
        return all;
    }

    /** Defines a class of the agent's that lives beside a library, in the loader given; see the runtime's helper loader. */
    public ProtectionDomain domain() {
        return domain;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(VISIBLE)) {
            return Class.forName(name, false, AgentLoader.class.getClassLoader());
        }
        byte[] classFile;
        try {
            classFile = bytes(name.replace('.', '/') + ".class");
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length, domain);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        try {
            byte[] resource = bytes(name);
            return resource == null ? null : new ByteArrayInputStream(resource);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        return findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        URL found = findResource(name);
        return found == null
                ? Collections.<URL>emptyEnumeration()
                : Collections.enumeration(Collections.singleton(found));
    }

    @Override
    protected @Nullable URL findResource(String name) {
        if (jar.getEntry(PREFIX + stored(name)) == null) {
            return null;
        }
        try {
            return new URL("jar:" + new File(jar.getName()).toURI() + "!/" + PREFIX + stored(name));
        } catch (IOException e) {
            return null;
        }
    }

    private static String stored(String name) {
        return name.endsWith(".class") ? name.substring(0, name.length() - ".class".length()) + ".classdata" : name;
    }
}
