package org.throttleagent.client.testing;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** Holds one version of a client, its adapter and the tests' scenarios, and weaves the client's classes as it loads them. */
public final class WovenLoader extends URLClassLoader {
    private final Map<String, List<Hook>> hooksByTarget;
    private final ClassFileLocator files = ClassFileLocator.ForClassLoader.of(this);
    private final TypePool types = TypePool.Default.of(files);
    private int woven;

    static {
        registerAsParallelCapable();
    }

    /**
     * Makes a loader.
     *
     * @param urls the client's jars, and the folders of the adapter's and the tests' classes
     * @param own beginnings of the names of the packages that are never taken from the tests' class path
     * @param advice the advice classes
     */
    public WovenLoader(List<URL> urls, List<String> own, List<String> advice) {
        super(urls.toArray(new URL[0]), new Shared(own));
        hooksByTarget = Hook.of(types, advice);
    }

    public static List<URL> urls(List<File> files) {
        List<URL> urls = new ArrayList<>();
        for (File file : files) {
            try {
                urls.add(file.toURI().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(file.toString(), e);
            }
        }
        return urls;
    }

    /** Loads every target class that this version has, and tells how many hooks have found their method. */
    public int weaveAll() throws ClassNotFoundException {
        for (String target : hooksByTarget.keySet()) {
            if (types.describe(target).isResolved()) {
                loadClass(target);
            }
        }
        return woven;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        List<Hook> hooks = hooksByTarget.get(name);
        if (hooks == null) {
            return super.findClass(name);
        }
        try {
            byte[] code = weave(name, hooks);
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] weave(String name, List<Hook> hooks) throws IOException, ClassNotFoundException {
        TypePool.Resolution target = types.describe(name);
        if (!target.isResolved()) {
            throw new ClassNotFoundException(name);
        }
        TypeDescription type = target.resolve();
        DynamicType.Builder<?> builder =
                new ByteBuddy().with(TypeValidation.DISABLED).redefine(type, files);
        for (Hook hook : hooks) {
            boolean there = !type.getDeclaredMethods()
                    .filter(ElementMatchers.named(hook.method()).and(ElementMatchers.hasDescriptor(hook.descriptor())))
                    .isEmpty();
            if (there) {
                woven++;
                builder = builder.visit(Advice.to(types.describe(hook.advice()).resolve(), files)
                        .on(ElementMatchers.named(hook.method())
                                .and(ElementMatchers.hasDescriptor(hook.descriptor()))));
            }
        }
        return builder.make().getBytes();
    }

    /** The tests' class path without what each version has for itself. */
    private static final class Shared extends ClassLoader {
        private final List<String> hidden;

        Shared(List<String> hidden) {
            super(WovenLoader.class.getClassLoader());
            this.hidden = hidden;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            for (String prefix : hidden) {
                if (name.startsWith(prefix)) {
                    throw new ClassNotFoundException(name);
                }
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public @Nullable URL getResource(String name) {
            for (String prefix : hidden) {
                if (name.startsWith(prefix.replace('.', '/'))) {
                    return null;
                }
            }
            return super.getResource(name);
        }
    }
}
