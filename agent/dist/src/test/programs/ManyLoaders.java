import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Loads the classes that the agent weaves, of a library, in many loaders by many threads at once, from the first one on: LOADERS
 * THREADS JAR... Says how many copies were woven and how many loaders have outlived their use.
 */
public class ManyLoaders {
    private static final String[] TARGETS = {
        "okhttp3.Dispatcher",
        "okhttp3.RealCall",
        "okhttp3.RealCall$AsyncCall",
        "okhttp3.internal.connection.ConnectInterceptor",
        "okhttp3.internal.http.RetryAndFollowUpInterceptor"
    };
    private static final String[] OF_THE_JDK = {
        "sun.net.www.protocol.http.HttpURLConnection",
        "sun.net.www.http.HttpClient",
        "jdk.internal.net.http.MultiExchange",
        "jdk.internal.net.http.HttpClientImpl"
    };
    private static final int AT_ONCE = 16;
    private static final long LIMIT_MILLIS = 90_000;

    private static final AtomicInteger woven = new AtomicInteger();
    private static final AtomicInteger unwoven = new AtomicInteger();
    private static volatile Throwable failure;

    private final int loaders;
    private final int threads;
    private final Map<String, byte[]> library;
    private final List<WeakReference<ClassLoader>> all = new ArrayList<>();
    private volatile ClassLoader[] round;

    private ManyLoaders(int loaders, int threads, Map<String, byte[]> library) {
        this.loaders = loaders;
        this.threads = threads;
        this.library = library;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, byte[]> library = new HashMap<>();
        for (int i = 2; i < arguments.length; i++) {
            read(new File(arguments[i]), library);
        }
        // it is told after the agent, and so sees what the agent has made
        EarlyAgent.instrumentation.addTransformer(new Counter(), true);
        new ManyLoaders(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), library).run();
    }

    private void run() throws Exception {
        CyclicBarrier before = new CyclicBarrier(threads, this::nextRound);
        CyclicBarrier after = new CyclicBarrier(threads);
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread thread = new Thread(() -> loadAll(number, before, after), "loading-" + i);
            thread.setDaemon(true);
            thread.start();
            running.add(thread);
        }
        long end = System.currentTimeMillis() + LIMIT_MILLIS;
        for (Thread thread : running) {
            thread.join(Math.max(1, end - System.currentTimeMillis()));
            if (thread.isAlive()) {
                Thread.getAllStackTraces().forEach((each, stack) -> {
                    System.out.println(each);
                    for (StackTraceElement frame : stack) {
                        System.out.println("    " + frame);
                    }
                });
                System.out.println("stuck");
                System.exit(3);
            }
        }
        if (failure != null) {
            failure.printStackTrace();
            System.exit(4);
        }
        round = null;
        System.out.println("woven=" + woven + " unwoven=" + unwoven + " loaders=" + all.size() + " left=" + left());
        // by a loader that delegates to nobody
        System.out.println("gate=" + Class.forName("java.lang.ThrottleGate", false, new Files(library, null, true, 1)));
    }

    private void nextRound() {
        ClassLoader[] next = new ClassLoader[AT_ONCE];
        for (int i = 0; i < AT_ONCE; i++) {
            // parents first, children first; where one thread at a time may load, and where many may
            ClassLoader parent = i % 2 == 0 ? null : ManyLoaders.class.getClassLoader();
            next[i] = i % 3 == 0 ? new OneAtATime(library, parent, i % 4 < 2) : new Files(library, parent, i % 4 < 2, i);
            all.add(new WeakReference<>(next[i]));
        }
        round = next;
    }

    /** Each thread takes the round's loaders in an order of its own, and so meets the others at each. */
    private void loadAll(int number, CyclicBarrier before, CyclicBarrier after) {
        try {
            for (int done = 0; done < loaders; done += AT_ONCE) {
                before.await();
                if (done == 0) {
                    loadOfTheJdk(number);
                }
                for (int i = 0; i < AT_ONCE; i++) {
                    ClassLoader loader = round[(i + number) % AT_ONCE];
                    for (int target = 0; target < TARGETS.length; target++) {
                        loader.loadClass(TARGETS[(target + number) % TARGETS.length]);
                    }
                }
                after.await();
                if (number < AT_ONCE / 4) {
                    use(round[number]);
                }
            }
        } catch (Throwable e) {
            failure = e;
            before.reset();
            after.reset();
        }
    }

    private static void loadOfTheJdk(int number) {
        try {
            Class.forName(OF_THE_JDK[number % OF_THE_JDK.length], false, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            // not in this JDK
        }
    }

    /** Has a hook called, by which the agent makes what it keeps for a loader. */
    private static void use(ClassLoader loader) throws Exception {
        Object dispatcher = loader.loadClass("okhttp3.Dispatcher").getConstructor().newInstance();
        dispatcher.getClass().getMethod("runningCallsCount").invoke(dispatcher);
    }

    /** How many loaders do not go when nobody needs them. */
    private int left() throws InterruptedException {
        long end = System.currentTimeMillis() + 30_000;
        int left;
        do {
            System.gc();
            left = 0;
            for (WeakReference<ClassLoader> each : all) {
                left += each.get() == null ? 0 : 1;
            }
        } while (left > 0 && System.currentTimeMillis() < end);
        return left;
    }

    private static void read(File jar, Map<String, byte[]> into) throws IOException {
        try (ZipFile zip = new ZipFile(jar)) {
            for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
                ZipEntry entry = each.nextElement();
                if (entry.getName().endsWith(".class")) {
                    byte[] bytes = new byte[(int) entry.getSize()];
                    try (InputStream in = zip.getInputStream(entry)) {
                        for (int at = 0; at < bytes.length; ) {
                            at += in.read(bytes, at, bytes.length - at);
                        }
                    }
                    String name = entry.getName().replace('/', '.');
                    into.put(name.substring(0, name.length() - ".class".length()), bytes);
                }
            }
        }
    }

    /** Looks into each copy of a target whether it calls the gate. */
    private static final class Counter implements ClassFileTransformer {
        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
            for (String target : TARGETS) {
                if (target.replace('.', '/').equals(name)) {
                    boolean gate = new String(classFile, StandardCharsets.ISO_8859_1).contains("java/lang/ThrottleGate");
                    (gate ? woven : unwoven).incrementAndGet();
                }
            }
            return null;
        }
    }

    /** Has the library's classes. */
    private static class Files extends ClassLoader {
        static {
            registerAsParallelCapable();
        }

        private final Map<String, byte[]> files;
        private final boolean parentFirst;
        final int number;

        Files(Map<String, byte[]> files, ClassLoader parent, boolean parentFirst, int number) {
            super(parent);
            this.files = files;
            this.parentFirst = parentFirst;
            this.number = number;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (parentFirst || !files.containsKey(name)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }

    /** As loaders were before Java 7, and many still are: not registered, so its own monitor is the lock for all classes. */
    private static final class OneAtATime extends Files {
        OneAtATime(Map<String, byte[]> files, ClassLoader parent, boolean parentFirst) {
            super(files, parent, parentFirst, 0);
        }

        @Override
        public URL getResource(String name) {
            throw new AssertionError("the agent asks an application's loader for " + name);
        }
    }
}
