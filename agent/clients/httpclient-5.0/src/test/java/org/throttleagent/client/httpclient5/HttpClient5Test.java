package org.throttleagent.client.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.throttleagent.client.testing.ScriptedThrottle;
import org.throttleagent.client.testing.WovenLoader;
import org.throttleagent.gate.ClientAdapter;
import org.throttleagent.gate.ThrottleGate;

/** Runs every scenario on every version of HttpClient that the build has put beside the tests. */
class HttpClient5Test {
    private static final String PACKAGE = "org.throttleagent.client.httpclient5.";
    /** In each version, one for each line of an advice class. */
    private static final int HOOKS = 7;

    private static final List<String> SCENARIOS =
            List.of("PacingScenarios", "EndingScenarios", "RetryScenarios", "MinimalScenarios");
    private static final List<String> VERSIONS = List.of("5.0", "5.1.4", "5.3.1", "5.6.5");

    @AfterAll
    static void uninstall() {
        ThrottleGate.install(Map.of(), (hook, e) -> {});
    }

    @TestFactory
    Stream<DynamicContainer> everyVersion() {
        return VERSIONS.stream().map(HttpClient5Test::scenariosOf);
    }

    private static DynamicContainer scenariosOf(String version) {
        WovenLoader loader = loader(version);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest(
                "every hook finds its method",
                () -> assertThat(loader.weaveAll()).isEqualTo(HOOKS)));
        for (String scenarios : SCENARIOS) {
            for (Method scenario : methods(load(loader, PACKAGE + scenarios))) {
                tests.add(DynamicTest.dynamicTest(scenario.getName(), () -> run(version, loader, scenario)));
            }
        }
        return DynamicContainer.dynamicContainer("HttpClient " + version, tests);
    }

    private static List<Method> methods(Class<?> scenarios) {
        return Arrays.stream(scenarios.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static void run(String version, WovenLoader loader, Method scenario) throws Throwable {
        ScriptedThrottle throttle = new ScriptedThrottle();
        Map<String, Throwable> defects = new ConcurrentHashMap<>();
        install(loader, throttle, defects);
        Constructor<?> world = load(loader, PACKAGE + "World").getDeclaredConstructor(ScriptedThrottle.class);
        world.setAccessible(true);
        Constructor<?> scenarios = scenario.getDeclaringClass().getDeclaredConstructor();
        scenarios.setAccessible(true);
        scenario.setAccessible(true);
        try (AutoCloseable closed = (AutoCloseable) world.newInstance(throttle)) {
            scenario.invoke(scenarios.newInstance(), closed);
        } catch (InvocationTargetException e) {
            throw new AssertionError(version + " " + scenario.getName(), e.getCause());
        }
        assertThat(defects)
                .as("errors inside the agent, " + version + " " + scenario.getName())
                .isEmpty();
    }

    private static void install(WovenLoader loader, ScriptedThrottle throttle, Map<String, Throwable> defects)
            throws ReflectiveOperationException {
        Map<String, BiFunction<Object, @Nullable Object, @Nullable Object>> handlers = new HashMap<>();
        ClientAdapter adapter = (ClientAdapter)
                load(loader, PACKAGE + "HttpClient5Adapter").getConstructor().newInstance();
        adapter.attach(throttle, handlers::put);
        ThrottleGate.install(handlers, defects::putIfAbsent);
    }

    private static WovenLoader loader(String version) {
        File jars = new File("target/httpclient5");
        List<File> files = new ArrayList<>();
        files.addAll(jarsIn(new File(jars, version)));
        files.addAll(jarsIn(new File(jars, "for-all")));
        files.add(new File("target/classes"));
        files.add(new File("target/test-classes"));
        List<String> advice = Stream.of(
                        Objects.requireNonNull(new File("target/classes/org/throttleagent/client/httpclient5").list()))
                .filter(file -> file.endsWith("Advice.class"))
                .map(file -> PACKAGE + file.substring(0, file.length() - ".class".length()))
                .toList();
        return new WovenLoader(WovenLoader.urls(files), List.of("org.apache.hc.", "org.slf4j.", PACKAGE), advice);
    }

    private static List<File> jarsIn(File folder) {
        File[] jars = folder.listFiles();
        return jars == null ? List.of() : List.of(jars);
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
