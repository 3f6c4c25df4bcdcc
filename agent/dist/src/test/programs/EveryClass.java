import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads every class of java.base (on 8, of rt.jar's java.*) by four threads, and a client in their midst: SEED. */
public class EveryClass {
    private static final int THREADS = 4;
    private static final int AT_MOST = 6000;

    private static final AtomicInteger loaded = new AtomicInteger();
    private static final List<String> failures = Collections.synchronizedList(new ArrayList<String>());

    public static void main(String[] arguments) throws Exception {
        List<String> names = names();
        Collections.shuffle(names, new Random(Long.parseLong(arguments[0])));
        List<String> some = names.subList(0, Math.min(AT_MOST, names.size()));
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            new Thread(() -> {
                        for (int at = number; at < some.size(); at += THREADS) {
                            if (at == number && number == 0) {
                                load("sun.net.www.protocol.http.HttpURLConnection");
                            }
                            load(some.get(at));
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        // in an order of their own, so that runs can be compared
        Collections.sort(failures);
        failures.forEach(System.out::println);
        System.out.println("loaded=" + loaded);
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, null);
            loaded.incrementAndGet();
        } catch (ClassNotFoundException | LinkageError e) {
            failures.add(name + ": " + e.getClass().getName());
        }
    }

    private static List<String> names() throws IOException {
        List<String> names;
        if (System.getProperty("java.specification.version").startsWith("1.")) {
            try (JarFile jar = new JarFile(System.getProperty("java.home") + "/lib/rt.jar")) {
                names = jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith("java/"))
                        .collect(Collectors.toList());
            }
        } else {
            Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");
            try (Stream<Path> files = Files.walk(base)) {
                names = files.map(file -> base.relativize(file).toString()).collect(Collectors.toList());
            }
        }
        return names.stream()
                .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .sorted()
                .collect(Collectors.toList());
    }
}
