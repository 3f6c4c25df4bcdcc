package org.throttleagent.kit.worker;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * Runs {@link Calls} once for each class path, side by side, each in a class loader of its own that shares nothing with the others:
 * {@code URL TIMES CLIENT CLASSPATH...}.
 */
public final class TwoLoaders {
    private TwoLoaders() {}

    public static void main(String[] arguments) throws Exception {
        List<FutureTask<?>> tasks = new ArrayList<>();
        String[] calls = {arguments[0], arguments[1], arguments[2]};
        for (int i = 3; i < arguments.length; i++) {
            ClassLoader loader = loader(arguments[i]);
            Class<?> main = Class.forName("org.throttleagent.kit.worker.Calls", true, loader);
            FutureTask<?> task = new FutureTask<>(
                    () -> main.getMethod("main", String[].class).invoke(null, (Object) calls));
            tasks.add(task);
            new Thread(task, "loader-" + i).start();
        }
        for (FutureTask<?> task : tasks) {
            task.get();
        }
        System.exit(0);
    }

    private static ClassLoader loader(String classPath) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return new URLClassLoader(
                urls.toArray(new URL[0]), ClassLoader.getSystemClassLoader().getParent());
    }
}
