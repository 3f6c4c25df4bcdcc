package org.throttleagent.kit.worker;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.HttpCallers;
import org.throttleagent.app.client.Request;

/** The client twice: once of each class path, side by side, in class loaders that share nothing but the JDK. */
public final class TwoLoaders {
    private TwoLoaders() {}

    static void run(Job job, Report report) throws Exception {
        List<FutureTask<Object>> tasks = new ArrayList<>();
        for (String classPath : job.get("class-paths").split("\\|", -1)) {
            Class<?> inside = Class.forName(TwoLoaders.class.getName(), true, loader(classPath));
            FutureTask<Object> task =
                    new FutureTask<>(() -> inside.getMethod("call", String.class, String.class, int.class)
                            .invoke(null, job.client(), job.get("url"), job.number("repeat", 1)));
            tasks.add(task);
            new Thread(task, "loader of " + classPath).start();
        }
        List<Object> statuses = new ArrayList<>();
        for (FutureTask<Object> task : tasks) {
            statuses.addAll((List<?>) task.get(40, TimeUnit.SECONDS));
        }
        report.value("statuses", statuses);
    }

    /** Runs in a loader of its own: calls an address so many times, and answers the statuses. */
    public static List<Integer> call(String client, String url, int times) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (HttpCaller caller = HttpCallers.open(client)) {
            for (int i = 0; i < times; i++) {
                statuses.add(caller.call(Request.get(URI.create(url))).status());
            }
        }
        return statuses;
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
