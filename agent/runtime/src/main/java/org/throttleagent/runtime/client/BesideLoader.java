package org.throttleagent.runtime.client;

import org.jspecify.annotations.Nullable;
import org.throttleagent.agent.AgentLoader;

/**
 * Defines an adapter beside the library it is for: the adapter's own package is defined here, once for each library loader; the
 * agent's other classes come from the agent's loader, and everything else, the library above all, from the library's loader.
 */
final class BesideLoader extends ClassLoader {
    private static final String AGENT = "org.throttleagent.";

    static {
        registerAsParallelCapable();
    }

    private final AgentLoader agentLoader;
    private final String ownPackage;

    BesideLoader(AgentLoader agentLoader, @Nullable ClassLoader libraryLoader, String ownPackage) {
        super(libraryLoader);
        this.agentLoader = agentLoader;
        this.ownPackage = ownPackage;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(AGENT)) {
            return super.loadClass(name, resolve);
        }
        if (!name.startsWith(ownPackage)) {
            return agentLoader.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] classFile = agentLoader.bytes(name.replace('.', '/').concat(".class"));
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length, agentLoader.domain());
    }
}
