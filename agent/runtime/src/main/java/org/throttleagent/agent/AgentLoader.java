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
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent's classes, which lie in the agent's jar in one entry so that no application and no class path scanner ever sees
 * them. Its parent is the platform loader: the application's classes are invisible from here.
 */
public final class AgentLoader extends ClassLoader {
    /** The package of this class, which the system class loader has loaded. */
    private static final String VISIBLE = "org.throttleagent.agent.";

    static {
        registerAsParallelCapable();
    }

    private final AgentClasses classes;
    private final ProtectionDomain domain;

    private AgentLoader(AgentClasses classes, @Nullable ClassLoader parent, CodeSource source) {
        super(parent);
        this.classes = classes;
        Permissions all = new Permissions();
        all.add(new AllPermission());
        this.domain = new ProtectionDomain(source, all);
    }

    static AgentLoader create() throws Exception {
        CodeSource source = AgentLoader.class.getProtectionDomain().getCodeSource();
        File file = new File(new URI(source.getLocation().toString()));
        return new AgentLoader(AgentClasses.open(file), platformLoader(), source);
    }

    /** The extension loader on 8, the platform loader since. */
    private static @Nullable ClassLoader platformLoader() {
        return ClassLoader.getSystemClassLoader().getParent();
    }

    /**
     * The bytes of a class or resource of the agent, or {@code null} if there is none.
     *
     * @param name the class's name with slashes and {@code .class}, or the resource's name
     * @throws IllegalStateException if the agent's jar cannot be read any more
     */
    public byte @Nullable [] bytes(String name) {
        try {
            return classes.content(name);
        } catch (IOException e) {
            throw new IllegalStateException("the agent's jar cannot be read", e);
        }
    }

    /** Defines a class of the agent's that lives beside a library, in the loader given; see the runtime's helper loader. */
    public ProtectionDomain domain() {
        return domain;
    }

    /** The agent's own classes are looked for here first: that the parent has none would take an exception each time. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isOwn(name)) {
            Class<?> ofTheJdk = name.startsWith("java.") ? fromBootLoader(name) : null;
            return ofTheJdk != null ? ofTheJdk : super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    /** Nearly all that the agent uses of the JDK is there; to go up from loader to loader takes much longer. */
    private static @Nullable Class<?> fromBootLoader(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            return null;
        } catch (SecurityException e) {
            return null; // the application that is on the stack has fewer rights
        }
    }

    private static boolean isOwn(String name) {
        return name.startsWith("org.throttleagent.") || name.startsWith("org.slf4j.");
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(VISIBLE)) {
            return Class.forName(name, false, AgentLoader.class.getClassLoader());
        }
        byte[] classFile = bytes(name.replace('.', '/').concat(".class"));
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length, domain);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] content = bytes(name);
        return content == null ? null : new ByteArrayInputStream(content);
    }

    /** The agent's resources have no URL; those of the JDK are not asked for. */
    @Override
    public @Nullable URL getResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return Collections.<URL>emptyEnumeration();
    }
}
