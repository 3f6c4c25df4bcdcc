package org.throttleagent.kit.worker;

import java.io.FileInputStream;
import java.io.InputStream;
import java.net.Authenticator;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs cases side by side, each on a thread of its own, and prints one line of JSON for each. The one argument is a properties
 * file: {@code client}, {@code cases} as a comma list, and for each case {@code ID.action} with what the action asks for. The case
 * that {@code first} names, if any, runs to its end before the others begin.
 */
public final class Worker {
    private static final int CASE_SECONDS = 45;

    private Worker() {}

    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = new FileInputStream(arguments[0])) {
            properties.load(in);
        }
        // HttpURLConnection has no other way to be given credentials that all Java versions know
        Authenticator.setDefault(Job.CREDENTIALS.authenticator());
        String first = properties.getProperty("first");
        if (first != null) {
            run(new Job(first, properties));
        }
        List<FutureTask<Void>> running = new ArrayList<>();
        for (String id : properties.getProperty("cases", "").split(",", -1)) {
            Job job = new Job(id, properties);
            FutureTask<Void> task = new FutureTask<>(() -> run(job), null);
            Thread thread = new Thread(task, "case-" + id);
            thread.setDaemon(true);
            thread.start();
            running.add(task);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CASE_SECONDS);
        for (FutureTask<Void> task : running) {
            try {
                task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException tooLate) {
                // the line that is missing tells it
            }
        }
        // the clients' idle threads would keep the JVM alive
        System.exit(0);
    }

    private static void run(Job job) {
        Report report = new Report();
        Throwable error = null;
        try {
            Actions.named(job.get("action")).run(job, report);
        } catch (Throwable e) {
            error = e;
        }
        print(report.json(job.id(), error));
    }

    /** One write per line, so that lines of several cases never mix. */
    private static synchronized void print(String line) {
        System.out.println(line);
    }
}
